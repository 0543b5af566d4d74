import type { CalendarDate } from "@yichuang/policy";

/** 发文字号: the authority's code (机关代字), the year and the serial. Without a serial the document is a draft. */
export interface DocumentNumber {
  code: string;
  year: number;
  serial?: number;
}

/** A paragraph of the body. A level marks a heading: 一、（一） 1. （1）. */
export interface BodyParagraph {
  text: string;
  level?: 1 | 2 | 3 | 4;
}

/** A column of an annex table. `width` is its share of the line in characters of the body. */
export interface AnnexColumn {
  label: string;
  width: number;
  align?: "center" | "left";
}

/** 附件: begins on a page of its own and carries one table. */
export interface Annex {
  title: string;
  columns: AnnexColumn[];
  rows: string[][];
}

/**
 * An official document (公文) with a red heading, in the elements of GB/T 9704-2012 and in their order.
 * Plain JSON: the web draws its preview from it, `renderOfficialDocx` its file.
 */
export interface OfficialDocument {
  /** 发文机关, the leading one first; joint documents name all */
  issuers: string[];
  /** the word behind the issuers in the red heading, usually 文件; empty for none */
  headingWord: string;
  /** absent while no code is known */
  number?: DocumentNumber;
  /** 标题, broken into its lines (`breakTitle`) */
  titleLines: string[];
  /** 主送机关 */
  addressees: string[];
  body: BodyParagraph[];
  /** 附件说明: the names of the annexes, without marks at their end */
  attachments: string[];
  /** 发文机关署名; the issuers' full names */
  signatures: string[];
  /** whether room for a seal is left over signature and date */
  sealed: boolean;
  /** 成文日期; absent in a draft */
  on?: CalendarDate;
  /** 附注 without its brackets, e.g. 此件公开发布 */
  note?: string;
  annexes: Annex[];
  /** 抄送机关 */
  copyTo: string[];
  /** 印发机关和印发日期 */
  printed?: { by: string; on?: CalendarDate };
}
