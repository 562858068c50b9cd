// An answer as Markdown, with its citations as footnotes.

import { oneLine, origin, webAddress } from "./format.js";

const escape = (text) => oneLine(text).replace(/[\\`*_[\]<>#|&~]/g, "\\$&");

function footnote(citation, link) {
  const title = escape(citation.title);
  const address = webAddress(citation.url) ?? link(citation);
  return `[^${citation.number}]: “${escape(citation.quote)}” — [${title}](${address}), ${escape(origin(citation))}`;
}

/** @param link gives the address of a quote on this page. */
export function toMarkdown(answer, link) {
  const sentences = answer.sentences.map((sentence) =>
    escape(sentence.text) + sentence.citations.map((number) => `[^${number}]`).join(""));
  const text = sentences.length ? sentences.join("\n\n") : escape(answer.text);
  const notes = answer.citations.map((citation) => footnote(citation, link));
  return [`**${escape(answer.question)}**`, text, notes.join("\n")].filter(Boolean).join("\n\n") + "\n";
}
