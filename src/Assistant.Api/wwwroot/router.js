// Addresses inside the page: #/, #/answers/<id>, #/articles, #/articles/<id>?revision=…&start=…&end=…

export function parse(hash) {
  const [path, query] = hash.replace(/^#/, "").split("?");
  const parts = path.split("/").filter(Boolean).map(decode);
  const values = new URLSearchParams(query ?? "");
  if (parts[0] === "answers" && parts[1]) return { view: "answer", id: parts[1] };
  if (parts[0] === "articles" && parts[1]) return { view: "quote", articleId: parts[1], ...range(values) };
  return { view: parts[0] === "articles" ? "articles" : "ask" };
}

export const answerHash = (id) => `#/answers/${encodeURIComponent(id)}`;

export function quoteHash({ articleId, revision, start, end }) {
  const values = new URLSearchParams();
  if (revision) values.set("revision", revision);
  if (end > start) {
    values.set("start", start);
    values.set("end", end);
  }
  const query = values.toString();
  return `#/articles/${encodeURIComponent(articleId)}${query ? `?${query}` : ""}`;
}

export const absolute = (hash) => new URL(hash, location.href).href;

function range(values) {
  const start = Number.parseInt(values.get("start"), 10);
  const end = Number.parseInt(values.get("end"), 10);
  return { revision: values.get("revision") ?? undefined, start: start >= 0 ? start : 0, end: end > start ? end : 0 };
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
