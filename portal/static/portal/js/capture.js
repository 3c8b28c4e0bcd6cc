// Keeps each finished line on this device at once and sends it; what does not arrive waits and is sent again.
// The page works without it: its button sends the form.
const form = document.querySelector("[data-capture]");
const list = document.querySelector("[data-captured]");
const place = `capture:${form.dataset.place}`;
const { waiting, kept, change } = form.dataset;
const NOT_KEPT = "csrfmiddlewaretoken";
let busy = false;

const read = () => JSON.parse(localStorage.getItem(place) ?? "[]");
const write = (lines) => localStorage.setItem(place, JSON.stringify(lines));
const same = (one, other) => one.key === other.key && one.revision === other.revision;

// Also where crypto.randomUUID is not: it wants https.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function show(line, words, isKept) {
  let item = list.querySelector(`[data-key="${line.key}"]`);
  if (!item) {
    item = document.createElement("li");
    item.dataset.key = line.key;
    list.prepend(item);
  }
  const text = document.createElement("bdi"), state = document.createElement("small");
  text.textContent = line.text;
  state.textContent = ` ${words}`;
  if (!isKept) state.className = "wait";
  item.replaceChildren(text, state);
  if (!line.wrong) return;
  const again = document.createElement("button");
  again.type = "button";
  again.className = "quiet";
  again.textContent = change;
  again.addEventListener("click", () => { putBack(line); item.remove(); });
  item.append(" ", again);
}

function putBack(line) {
  forget(line);
  for (const field of form.elements) {
    if (!field.name || field.name === NOT_KEPT) continue;
    const value = line.pairs.find(([name]) => name === field.name)?.[1];
    if (field.type === "radio" || field.type === "checkbox") field.checked = value === field.value;
    else field.value = value ?? "";
  }
  form.elements.text.focus();
}

function forget(line) { write(read().filter((each) => !same(each, line))); }

function clear() {
  for (const name of ["text", "question", "barrier_kind", "who", "due_on", "said_by"]) form.elements[name].value = "";
  form.elements.is_said_by.checked = false;
  form.elements.key.value = uuid();
  form.elements.revision.value = 1;
  form.elements.text.focus();
}

async function send() {
  if (busy) return;
  busy = true;
  try {
    for (let line; (line = read().find((each) => !each.wrong));) {
      const body = new URLSearchParams(line.pairs);
      if (form.elements[NOT_KEPT]) body.set(NOT_KEPT, form.elements[NOT_KEPT].value);
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      // Anything else, such as a sign-in page, is as good as no line.
      if (answer.redirected || !(answer.headers.get("Content-Type") ?? "").startsWith("application/json")) break;
      const said = await answer.json();
      if (answer.ok) {
        forget(line);
        show(line, said.warning || kept, true);
      } else if (said.wrong) {
        line.wrong = said.wrong.join(" ");
        write(read().map((each) => (same(each, line) ? line : each)));
        show(line, line.wrong);
      } else break;
    }
  } catch { /* no line: it waits */ } finally { busy = false; }
}

form.addEventListener("submit", (event) => {
  const pairs = [...new FormData(form)].filter(([name]) => name !== NOT_KEPT && name !== "written_at");
  const { key, revision, text } = Object.fromEntries(pairs);
  if (!text.trim() && revision === "1") return;
  const line = { key, revision, text, pairs: [...pairs, ["written_at", `${Date.now()}`]] };
  try { write([...read(), line]); } catch { return; }
  event.preventDefault();
  show(line, waiting);
  clear();
  send();
});
try { for (const line of read()) show(line, line.wrong ?? waiting); } catch { /* not allowed */ }
addEventListener("online", send);
setInterval(send, 5000);
send();
