// "Copy" beside a new share link: takes the link, and says so.
const box = document.querySelector("[data-desk-copy]");

async function take(field, button, status) {
  let said = button.dataset.copied;
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // no clipboard on plain http, or it was refused
    field.select();
    if (!document.execCommand("copy")) said = button.dataset.failed;
  }
  button.textContent = said;
  status.textContent = said;
}

if (box) {
  const [field, button, status] = ["input", "button", "[role=status]"].map((name) => box.querySelector(name));
  button.addEventListener("click", () => take(field, button, status));
}
