// Prints what pdf.js reads from a file: structure, annotations, outline.
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const file = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: 0 }).promise;
const pages = [];
for (let n = 1; n <= file.numPages; n++) {
  const page = await file.getPage(n);
  pages.push({ tree: await page.getStructTree(), annotations: await page.getAnnotations() });
}
const { info } = await file.getMetadata();
console.log(JSON.stringify({
  pages, outline: await file.getOutline(), info,
  marked: (await file.getMarkInfo())?.Marked ?? false,
  attachments: Object.keys((await file.getAttachments()) ?? {}),
}));
