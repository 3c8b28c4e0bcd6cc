// Keeps what is typed in a member's form: sent every ten seconds, and on this device while there is no line.
// The page works without it: every button sends the form.
const EVERY = 10_000;
const NOT_KEPT = new Set(["csrfmiddlewaretoken", "token", "version"]);
const SENDING = "contribute:sending";
const form = document.querySelector("[data-keep-draft]");
const place = form && `contribute:${form.dataset.keepDraft}`;
settle();
if (form) keep(form);

// Another page than that of the form which was sent: it arrived, and the device need not keep it any more.
function settle() {
  try {
    const sent = localStorage.getItem(SENDING);
    if (!sent || sent === place) return;
    localStorage.removeItem(sent);
    localStorage.removeItem(SENDING);
  } catch { /* not allowed */ }
}

function keep(form) {
  const status = form.querySelector("[data-keep-draft-status]");
  const onDevice = "onDevice" in form.dataset;
  let sent = typed();
  let busy = false, over = false;

  putBack();
  setInterval(save, EVERY);
  form.addEventListener("submit", () => {
    over = true;
    keepHere(typed());
    if (onDevice) try { localStorage.setItem(SENDING, place); } catch { /* not allowed */ }
  });
  addEventListener("pageshow", (event) => { if (event.persisted) over = false; });

  function typed() {
    const pairs = [...new FormData(form)].filter(([name, value]) => !NOT_KEPT.has(name) && typeof value === "string");
    return JSON.stringify(pairs);
  }

  async function save() {
    const now = typed();
    if (busy || over || now === sent) return;
    busy = true;
    try {
      const body = new URLSearchParams(new FormData(form));
      body.set("autosave", "yes");
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      await heard(answer, now);
    } catch {
      noLine(now);
    } finally {
      busy = false;
    }
  }

  async function heard(answer, now) {
    // A sign-in page instead of an answer: the session is over, which is as good as no line.
    if (answer.redirected || !(answer.headers.get("Content-Type") ?? "").startsWith("application/json")) return noLine(now);
    const said = await answer.json();
    if (said.saved) {
      sent = now;
      form.action = said.url;
      form.elements.version.value = said.version;
      forget();
      status.textContent = form.dataset.saved;
    } else if (said.changed) {
      sent = now;
      status.textContent = form.dataset.changed;
    } else {
      sent = now;
      status.textContent = (said.wrong ?? []).join(" ");
    }
  }

  function keepHere(now) {
    if (onDevice) try { localStorage.setItem(place, now); } catch { /* no room, or not allowed */ }
  }

  function noLine(now) {
    keepHere(now);
    status.textContent = form.dataset.noLine;
  }

  function forget() {
    try { localStorage.removeItem(place); } catch { /* not allowed */ }
  }

  function putBack() {
    let kept = null;
    try { kept = localStorage.getItem(place); } catch { /* not allowed */ }
    if (!kept || !onDevice || kept === sent) return forget();
    const pairs = JSON.parse(kept);
    for (const field of form.elements) {
      if (!field.name || NOT_KEPT.has(field.name) || ["hidden", "submit", "button"].includes(field.type)) continue;
      const values = pairs.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
    status.textContent = form.dataset.putBack;
  }
}
