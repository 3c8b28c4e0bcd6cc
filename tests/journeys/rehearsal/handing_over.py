"""What the workshop hands over: its proceedings, and its open actions to the workshop after it."""

INTRODUCTION = "We met for two days.\n\nThis is what came of it."


def arrange_and_publish(people, event):
    """The second session is told first; then they are published."""
    path = f"/events/{event.slug}/proceedings/"
    page = people.facilitator.open(f"{path}arrange/")
    places = [name for name in page.main.xpath(".//input/@name") if name.startswith("place-")]
    sessions = page.main.xpath(".//tr[.//strong]//input[starts-with(@name, 'place-')]/@name")
    first = {sessions[1]: 0}
    page = people.facilitator.send(page.form(field="introduction"), introduction=INTRODUCTION, **first)
    people.facilitator.send(page.form(action=f"{path}publish/"))
    return len(places)


def carry_over(people, came_from, to):
    """Who runs the next workshop finds what is open, all of it ticked, and takes it along."""
    page = people.facilitator.open(to.get_url())
    page = people.facilitator.open(page.link("/actions/of/"))
    link = next(href for href in page.links("?from=") if came_from.identity.code in href)
    page = people.facilitator.open(f"{page.path}{link}")
    people.facilitator.send(page.form(field="a"))
