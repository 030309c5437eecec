// When an editor chooses another lead picture, ask which accent is nearest to it and mark that swatch.
(() => {
  const mark = (swatches, hint) => {
    swatches.querySelectorAll(".is-nearest").forEach((label) => label.classList.remove("is-nearest"));
    const input = hint && swatches.querySelector(`input[value="${CSS.escape(hint)}"]`);
    const line = swatches.querySelector(".accent-swatches-hint");
    line.hidden = !input;
    if (!input) return;
    const label = input.closest("label");
    label.classList.add("is-nearest");
    line.querySelector("strong").textContent = label.textContent.trim();
  };

  const ask = async (swatches, image) => {
    if (!image) return mark(swatches, "");
    const answer = await fetch(`${swatches.dataset.hintUrl}?image=${encodeURIComponent(image)}`, {
      headers: { "X-Requested-With": "XMLHttpRequest" },
    });
    if (answer.ok) mark(swatches, (await answer.json()).accent);
  };

  // Choosers write a hidden field without an event, so watch its value.
  const follow = (swatches) => {
    const field = swatches.closest("form")?.querySelector('input[name="lead_image"]');
    if (!field) return;
    new MutationObserver(() => ask(swatches, field.value)).observe(field, { attributeFilter: ["value"] });
    field.addEventListener("change", () => ask(swatches, field.value));
    if (field.value) ask(swatches, field.value);
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".accent-swatches[data-hint-url]").forEach(follow);
  });
})();
