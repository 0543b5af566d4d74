// Where the bytes of attachments lie. Keys are UUIDs; names and hashes are rows.
export interface StoredFile {
  key: string;
  bytes: number;
  /** hex */
  sha256: string;
}

export interface FileStore {
  /** Streams into the store; on any failure nothing stays behind. */
  put: (key: string, content: AsyncIterable<Uint8Array>) => Promise<StoredFile>;
  read: (key: string) => AsyncIterable<Uint8Array>;
  remove: (key: string) => Promise<void>;
}
