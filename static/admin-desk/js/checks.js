// The panel of checks: sends the form as it stands and shows what the rules say of it. Its jumps are in jumps.js.
const PAUSE = 700;
const LOOK_EVERY = 2000;

const panel = document.querySelector("[data-desk-checks]");
const form = document.getElementById("page-edit-form");

// What choosers and comments change without an event is met by looking again from time to time.
const asWritten = () => {
  const data = new FormData(form);
  const lines = [...data].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string");
  return new URLSearchParams(lines).toString();
};

// A page that is saved for the first time is checked at its own address from then on.
const address = () => document.getElementById("desk-checks-address").textContent.trim();

// All that the panel lists, red while something of it stops the page.
const count = ({ errors, warnings }) => {
  const counter = document.querySelector('[data-side-panel-toggle="rules"] [data-side-panel-toggle-counter]');
  if (!counter) return;
  counter.textContent = errors + warnings;
  counter.hidden = errors + warnings === 0;
  counter.classList.toggle("w-bg-critical-200", errors > 0);
  counter.classList.toggle("w-bg-surface-button-default", errors === 0);
};

const follow = () => {
  const state = panel.querySelector("[data-desk-checks-state]");
  const list = panel.querySelector("[data-desk-checks-list]");
  let sent = panel.matches("[data-desk-checks-now]") ? "" : `${address()} ${asWritten()}`;
  let waiting = null;
  let asking = null;
  let isAsking = false;
  let isSaving = false;

  const say = (words) => { if (state.textContent !== words) state.textContent = words; };

  const ask = async () => {
    const body = asWritten();
    const now = `${address()} ${body}`;
    if (now === sent || isSaving) return;
    sent = now;
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    isAsking = true;
    say(state.dataset.working);
    try {
      const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
      const answer = await fetch(address(), {
        method: "POST",
        body,
        headers: { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": token, "X-Requested-With": "XMLHttpRequest" },
        signal,
      });
      if (!answer.ok) throw new Error(answer.statusText);
      const found = await answer.json();
      list.innerHTML = found.html;
      count(found);
      say(state.dataset.fresh);
    } catch {
      if (signal.aborted) return;
      sent = "";
      say(state.dataset.failed);
    } finally {
      isAsking = isAsking && asking.signal !== signal;
    }
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  };
  // While a new page is saved it is neither new nor has it an address: its own slug would be another's.
  const hold = (event) => {
    if (event.defaultPrevented) return;
    isSaving = true;
    if (!isAsking) return;
    asking.abort();
    sent = "";
  };
  const release = () => {
    isSaving = false;
    soon();
  };
  addEventListener("w-autosave:save", hold);
  for (const event of ["w-autosave:success", "w-autosave:error"]) addEventListener(event, release);
  for (const event of ["input", "change", "click", "keyup", "drop"]) form.addEventListener(event, soon);
  if (sent === "") soon();
  setInterval(() => { if (!document.hidden && state.textContent !== state.dataset.failed) soon(); }, LOOK_EVERY);
};

if (panel && form) {
  // Blocks are drawn by scripts: what the form holds before them is not what was opened.
  addEventListener("load", () => setTimeout(follow, 0));
}
