import type { FileValue } from "@yichuang/policy";

interface UploadTo {
  hat: string;
  tenant: number;
  /** the case that the file belongs to, where it is part of one */
  caseId?: string;
}

/** Stores a file and returns what an answer keeps of it. */
export async function upload(file: File, to: UploadTo): Promise<FileValue> {
  const query = new URLSearchParams({
    hat: to.hat,
    tenant: String(to.tenant),
    name: file.name,
    ...(to.caseId === undefined ? {} : { case: to.caseId }),
  });
  const answer = await fetch(`/files?${query.toString()}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  });
  const said: { id?: string; name?: string; size?: number; said?: string } = await answer.json();
  if (!answer.ok || said.id === undefined) throw new Error(said.said ?? "没有传上，请再试一次");
  return { id: said.id, name: said.name ?? file.name, size: said.size ?? file.size };
}
