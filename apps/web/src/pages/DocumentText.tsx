// The text of a document that somebody hands in: pasted, or read from a file.
import { UploadOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useRef } from "react";

interface Props {
  label: string;
  text: string;
  onText: (text: string) => void;
}

export function DocumentText({ label, text, onText }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const read = async (chosen: File | undefined) => {
    if (chosen !== undefined) onText(await chosen.text());
  };
  return (
    <div className="document-text">
      <div className="row-wrap">
        <Button icon={<UploadOutlined aria-hidden />} onClick={() => file.current?.click()}>
          选取文件
        </Button>
        <span className="sm mute">也可以把全文粘贴在下面。检查之前，内容不会送出</span>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          aria-label={`${label}的文件`}
          hidden
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      <Input.TextArea
        aria-label={label}
        className="code"
        spellCheck={false}
        rows={12}
        value={text}
        onChange={(event) => onText(event.target.value)}
        placeholder='{ "language": 1, "kind": "policy", … }'
      />
      {text !== "" && <p className="sm mute">{text.length.toLocaleString("zh-CN")} 个字符</p>}
    </div>
  );
}
