// What a file really is: its extension, its first bytes and its structure must agree.
import { fileTypeFromFile } from "file-type";
import yauzl from "yauzl";

const KINDS: Record<string, string> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const MAX_INFLATED = 200 * 1_048_576;
const MAX_RATIO = 100;
const ACTIVE = /(vbaProject|activeX|embeddings\/|externalLinks\/)/i;

export type Inspection = { kind: string } | { refused: string };

/** The media type of a stored file, or why it is not accepted, in words for the person who uploads. */
export async function inspectFile(file: string, name: string): Promise<Inspection> {
  const extension = name.split(".").at(-1)?.toLowerCase() ?? "";
  const expected = KINDS[extension];
  if (expected === undefined) return { refused: "只收 PDF、Word（docx）、Excel（xlsx）、PNG、JPG 文件" };
  const found = await fileTypeFromFile(file);
  if (found?.mime !== expected)
    return { refused: `文件内容不是 ${extension.toUpperCase()}，请重新导出后再传` };
  if (extension !== "docx" && extension !== "xlsx") return { kind: expected };
  const problem = await packageProblem(file);
  return problem === undefined ? { kind: expected } : { refused: problem };
}

/** Looks at the list of parts only; nothing is inflated. */
function packageProblem(file: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    yauzl.open(file, { lazyEntries: true }, (error, zip) => {
      if (error !== null) {
        resolve("文件打不开，可能没有传完");
        return;
      }
      let inflated = 0;
      const end = (problem?: string): void => {
        zip.close();
        resolve(problem);
      };
      zip.on("entry", (entry: yauzl.Entry) => {
        inflated += entry.uncompressedSize;
        if (ACTIVE.test(entry.fileName)) end("文件里有宏或嵌入的对象，请另存为不带宏的文件");
        else if (
          inflated > MAX_INFLATED ||
          entry.uncompressedSize > MAX_RATIO * Math.max(entry.compressedSize, 10_000)
        )
          end("文件解压后过大");
        else zip.readEntry();
      });
      zip.on("end", () => end());
      zip.on("error", () => end("文件打不开，可能没有传完"));
      zip.readEntry();
    });
  });
}
