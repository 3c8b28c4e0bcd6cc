// Each finished line is kept on this device at once and sent; what does not arrive waits and is sent again. So is the
// one that is being typed: a page that is loaded anew goes on with it.
// The page works without it: its button sends the form.
const form = document.querySelector("[data-capture]"), fields = form.elements;
const list = document.querySelector("[data-captured]");
// One queue for all sessions: a line that waits is sent from whichever of these pages is open.
const place = "capture", TOKEN = "csrfmiddlewaretoken", unfinished = `${place} ${form.action}`;
let busy = false;

const read = () => JSON.parse(localStorage.getItem(place) ?? "[]");
const write = (lines) => localStorage.setItem(place, JSON.stringify(lines));
const same = (one) => (other) => one.key === other.key && one.revision === other.revision;
const forget = (line) => write(read().filter((each) => !same(line)(each)));
const make = (name, text, more) => Object.assign(document.createElement(name), { textContent: text }, more);
// Also without https, where there is no crypto.randomUUID.
const uuid = () => "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
  (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16));

function show(line, words, className = "wait") {
  if (line.to !== form.action) return;
  const item = list.querySelector(`[data-key="${line.key}"]`) ?? make("li");
  item.dataset.key = line.key;
  item.replaceChildren(make("bdi", line.text), make("small", ` ${words}`, { className }));
  if (line.wrong) item.append(make("button", form.dataset.change, { type: "button", onclick() { item.remove(); putBack(line); } }));
  list.prepend(item);
}

function fill(pairs) {
  for (const field of fields) {
    if (!field.name || [TOKEN, "group"].includes(field.name)) continue;
    const value = pairs[field.name] ?? "";
    if (field.type === "radio" || field.type === "checkbox") field.checked = value === field.value;
    else field.value = value;
  }
  fields.text.focus();
}

function typed() {
  const { [TOKEN]: _, ...said } = Object.fromEntries(new FormData(form));
  return said;
}

function keep() {
  try { localStorage.setItem(unfinished, JSON.stringify(typed())); } catch { /* not allowed */ }
}

function putBack(line) {
  fill(Object.fromEntries(line.pairs));
  keep();
  forget(line);
}

async function send() {
  if (busy) return;
  busy = true;
  try {
    for (let line; (line = read().find((each) => !each.wrong));) {
      const body = new URLSearchParams([...line.pairs, [TOKEN, fields[TOKEN]?.value ?? ""]]);
      const answer = await fetch(line.to, { method: "POST", body, headers: { Accept: "application/json" } });
      // Any other answer, such as a sign-in page, is as good as no line.
      const said = answer.redirected ? {} : await answer.json();
      if (said.kept) {
        forget(line);
        show(line, said.warning || form.dataset.kept, "soft");
      } else if (said.wrong) {
        line.wrong = said.wrong.join(" ");
        write(read().map((each) => (same(line)(each) ? line : each)));
        show(line, line.wrong);
      } else break;
    }
  } catch { /* it waits */ }
  busy = false;
}

form.addEventListener("submit", (event) => {
  const said = typed(), { key, revision, text, kind } = said;
  if (!text.trim() && revision === "1") return;
  const line = { key, revision, text, to: form.action, pairs: Object.entries({ ...said, written_at: Date.now() }) };
  try {
    write([...read(), line]);
    localStorage.removeItem(unfinished);
  } catch { return; }
  event.preventDefault();
  show(line, form.dataset.waiting);
  fill({ key: uuid(), revision: 1, kind });
  send();
});
try { for (const line of read()) show(line, line.wrong ?? form.dataset.waiting); } catch { /* not allowed */ }
if (fields.revision.value === "1") {
  fields.key.value = uuid();
  try {
    const kept = JSON.parse(localStorage.getItem(unfinished));
    if (kept && !fields.text.value) fill(kept);
  } catch { /* not allowed */ }
}
form.addEventListener("input", keep);
addEventListener("online", send);
setInterval(send, 5000);
send();
