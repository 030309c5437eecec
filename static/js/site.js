// Entry point. Everything here improves a page that already works without it.
import { consent } from "./consent.js";
import { countrySheet } from "./country.js";
import { embeds } from "./embed.js";
import { market } from "./market.js";
import { progress } from "./progress.js";
import { toc } from "./toc.js";

consent(document.querySelector("[data-consent]"));
market(document);
countrySheet(document.querySelectorAll("[data-country-sheet]"));
embeds(document.querySelectorAll("[data-embed]"));

const contents = document.querySelector("[data-toc]");
if (contents) {
  toc(contents);
  progress(document.querySelector(".article"));
}
