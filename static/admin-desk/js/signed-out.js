// A session can end, and a connection break, while somebody writes. What is on the screen is then all there is of the
// last words: it is said in words, and no press takes the form away before the server knows its editor again.
const form = document.querySelector("[data-edit-form]");
const place = document.querySelector("#desk-signed-out");
// Milliseconds: how long the server may take to say whether it knows the editor.
const LONGEST_KNOCK = 8_000;
// And how long its last answer is believed: a form that goes takes the page away, and the last words with it.
const SURE_FOR = 2_000;
let heardAt = performance.now();
let isInDoubt = false;
let isKnocking = false;

const tell = (found) => {
  for (const words of place.children) words.hidden = words.dataset.found !== found;
};

// What stands between the form and the server: "signed-out", "unreachable" or nothing. A new sign-in changed the token.
const knock = async () => {
  try {
    const headers = { "X-Requested-With": "XMLHttpRequest" };
    const answer = await fetch(place.dataset.address, { headers, signal: AbortSignal.timeout(LONGEST_KNOCK) });
    if (answer.status === 403) return "signed-out";
    const { token } = await answer.json();
    form.elements.csrfmiddlewaretoken.value = token;
    window.wagtailConfig.CSRF_TOKEN = token;
    return "";
  } catch {
    return "unreachable";
  }
};

const look = async () => {
  isKnocking = true;
  const found = await knock();
  isKnocking = false;
  isInDoubt = Boolean(found);
  if (!found) heardAt = performance.now();
  tell(found);
};

const lookUnlessLooking = () => {
  isInDoubt = true;
  if (!isKnocking) look();
};

const beSure = () => {
  heardAt = performance.now();
  isInDoubt = false;
  tell("");
};

if (form && place) {
  form.querySelector("footer nav")?.append(place);
  document.addEventListener("w-autosave:success", beSure, { capture: true });
  document.addEventListener("w-autosave:error", ({ detail }) => {
    if (detail?.type === "server_error") lookUnlessLooking();
    // The framework says so, and tries again by itself.
    else if (detail?.type === "network_error") isInDoubt = true;
  }, { capture: true });
  // The page asks every few seconds who else is writing.
  document.addEventListener("w-swap:success", ({ target }) => target.id === "w-editing-sessions" && beSure(), { capture: true });
  document.addEventListener("w-swap:error", ({ detail, target }) => {
    if (target.id === "w-editing-sessions" && detail?.error?.status === 403) lookUnlessLooking();
  });
  document.addEventListener("desk-sending:begin", async (event) => {
    if (!isInDoubt && performance.now() - heardAt < SURE_FOR) return;
    event.preventDefault();
    const { release, drop } = event.detail;
    await look();
    if (isInDoubt) drop();
    else release();
  });
}
