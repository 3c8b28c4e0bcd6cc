from statistics import median, quantiles
from time import perf_counter


def milliseconds(*functions, rounds=15):
    """For each function its list of times in ms; they take turns, so that a busy machine slows all alike."""
    times = [[] for _ in functions]
    for _ in range(rounds):
        for own, function in zip(times, functions, strict=True):
            start = perf_counter()
            function()
            own.append(1000 * (perf_counter() - start))
    return times


def middle(times):
    return median(times)


def p95(times):
    return quantiles(times, n=20)[-1]
