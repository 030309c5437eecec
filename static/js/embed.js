// Loads a film or a post from its provider, only after a click.
export function embeds(frames) {
  for (const frame of frames) {
    const link = frame.querySelector("a");
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      const player = document.createElement("iframe");
      player.src = frame.dataset.embed;
      player.title = frame.dataset.embedTitle;
      player.allow = "fullscreen; picture-in-picture";
      player.referrerPolicy = "strict-origin-when-cross-origin";
      frame.replaceChildren(player);
      player.focus();
    });
  }
}
