import { PaperClipOutlined } from "@ant-design/icons";
import type { FileValue } from "@yichuang/policy";
import { Button } from "antd";
import { useRef, useState } from "react";
import { zh } from "../../words/zh.ts";
import { type ControlProps, listOf } from "./field-context.ts";

/** Files of a field; a new one replaces the old one where only one is asked for. */
export function FileControl({ field, name, value, onChange, readOnly, context }: ControlProps) {
  const files = listOf<FileValue>(value);
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const send = async (chosen: File[]) => {
    setState("busy");
    try {
      const stored = await Promise.all(chosen.map((file) => context.upload(file)));
      onChange(field.many === true ? [...files, ...stored] : stored.slice(0, 1));
      setState("idle");
    } catch {
      setState("failed");
    }
  };
  return (
    <div>
      <FileNames files={files} readOnly={readOnly} context={context} onChange={onChange} />
      {!readOnly && (
        <span className="row-wrap">
          <Button
            size="small"
            loading={state === "busy"}
            onClick={() => input.current?.click()}
            aria-label={`${name} ${zh.form.upload}`}
          >
            {state === "busy" ? zh.form.uploading : zh.form.upload}
          </Button>
          {state === "failed" && (
            <span className="sm bad" role="alert">
              {zh.form.uploadFailed}
            </span>
          )}
          <input
            ref={input}
            type="file"
            hidden
            multiple={field.many === true}
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])];
              event.target.value = "";
              if (chosen.length > 0) void send(chosen);
            }}
          />
        </span>
      )}
    </div>
  );
}

type NamesProps = Pick<ControlProps, "readOnly" | "context" | "onChange"> & { files: FileValue[] };

function FileNames({ files, readOnly, context, onChange }: NamesProps) {
  if (files.length === 0) return readOnly ? <span className="mute">{zh.form.empty}</span> : null;
  return (
    <ul className="file-names">
      {files.map((file) => (
        <li key={file.id} className="row">
          <PaperClipOutlined style={{ color: "var(--ink3)" }} />
          {context.fileUrl === undefined ? file.name : <a href={context.fileUrl(file.id)}>{file.name}</a>}
          <span className="sm mute">{sizeWords(file.size)}</span>
          {!readOnly && (
            <button
              type="button"
              className="link sm"
              aria-label={`${zh.form.remove} ${file.name}`}
              onClick={() => onChange(files.filter((other) => other.id !== file.id))}
            >
              {zh.form.remove}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

const sizeWords = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
