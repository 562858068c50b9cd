// Which articles may answer: by source and date.

import { $, el } from "./dom.js";
import { day } from "./format.js";

const maximumSources = 60;

export function startFilters() {
  $("filter-toggle").addEventListener("click", () => toggle($("filter-panel").hidden));
  $("filter-clear").addEventListener("click", () => {
    for (const input of $("filter-panel").querySelectorAll("input")) {
      input.checked = false;
      if (input.type === "date") input.value = "";
    }
    update();
    $("filter-toggle").focus();
  });
  $("filter-panel").addEventListener("change", update);
}

function toggle(isOpen) {
  $("filter-panel").hidden = !isOpen;
  $("filter-toggle").setAttribute("aria-expanded", String(isOpen));
}

/** Offers these sources; keeps what is chosen. */
export function offerSources(sources) {
  const chosen = new Set(chosenSources());
  $("filter-sources").replaceChildren(...sources.slice(0, maximumSources).map(({ source, articles }) =>
    el("label", {}, el("input", { type: "checkbox", value: source, checked: chosen.has(source) }), source, el("span", { className: "hint" }, String(articles)))));
  if (sources.length > maximumSources)
    $("filter-sources").append(el("p", { className: "hint" }, `The ${maximumSources} sources with the most articles.`));
}

const chosenSources = () => [...$("filter-sources").querySelectorAll("input:checked")].map((input) => input.value);

/** The day after, as "to" means the whole of that day. */
function dayAfter(value) {
  const date = new Date(`${value}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString();
}

/** The filters as the API takes them; null when there are none. */
export function chosenFilters() {
  const sources = chosenSources();
  const after = $("filter-after").value;
  const before = $("filter-before").value;
  if (!sources.length && !after && !before) return null;
  return {
    ...(sources.length && { sources }),
    ...(after && { publishedAfter: `${after}T00:00:00Z` }),
    ...(before && { publishedBefore: dayAfter(before) }),
  };
}

/** "Only Reuters · from 1 May 2019", or null. */
export function describeFilters() {
  const sources = chosenSources();
  const parts = [
    sources.length ? `Only ${sources.join(", ")}` : null,
    $("filter-after").value ? `from ${day($("filter-after").value)}` : null,
    $("filter-before").value ? `to ${day($("filter-before").value)}` : null,
  ].filter(Boolean);
  return parts.length ? parts.join(" · ") : null;
}

function update() {
  const filters = chosenFilters();
  const count = filters ? (filters.sources?.length ?? 0) + (filters.publishedAfter ? 1 : 0) + (filters.publishedBefore ? 1 : 0) : 0;
  $("filter-toggle").textContent = count ? `Filters (${count})` : "Filters";
  $("filter-toggle").classList.toggle("on", count > 0);
}
