"""axe-core in a page: what a machine can find of what keeps readers out."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

SOURCE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
# A change of scheme passes through transitions, one below the other, and a colour half-way is nobody's.
SETTLE = """async () => {
  const moving = () => document.getAnimations().filter(
    (each) => each.timeline === document.timeline && each.playState === "running"
  );
  do {
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(moving().map((each) => each.finished));
  } while (moving().length);
}"""
# Our stylesheets come from the page's own address, so axe reads them without fetching them again.
RUN = """async () => {
  const found = await axe.run(document, {preload: false, resultTypes: ["violations"]});
  return found.violations.flatMap((rule) => rule.nodes.map(
    (node) => `${rule.id}: ${node.target.join(" ")} ${[...node.any, ...node.all, ...node.none].map((c) => c.message)}`
  ));
}"""


@cache
def source() -> str:
    """The library as published."""
    return SOURCE.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe-core finds in the page as it stands now: rule, place and reason, one line for each element."""
    if not page.evaluate("() => 'axe' in window"):
        # Evaluated by the browser's own tools, which the page's content policy does not bind.
        page.evaluate(source())
    page.evaluate(SETTLE)
    return page.evaluate(RUN)
