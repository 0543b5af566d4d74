// The shape of every act that can be asked for. Whether it may be done is the domain's to say.
import {
  type Action,
  type ActionKind,
  DISPATCH_OUTCOMES,
  findDocumentNumber,
  LINK_ROLES,
  writeDocumentNumber,
} from "@yichuang/domain";
import { ActorRole, CalendarDate, Key } from "@yichuang/policy";
import { z } from "zod";

const Uuid = z.uuid();
const Words = z.string().trim().max(20_000);
const Opinion = z.string().trim().max(4_000);
const Points = z.string().regex(/^\d{1,4}(\.\d{1,4})?$/);
const atStage = { case: Uuid, stage: Key };
const overCohort = { procedure: Key, stage: Key, year: z.int().min(2000).max(2200) };
const Answers = z.record(Key, z.record(Key, z.json()));

const EntryAnswers = z.record(Key, z.json());
const Party = z.strictObject({
  role: z.enum(LINK_ROLES),
  space: z.int().exactOptional(),
  uscc: z.string().max(18).exactOptional(),
  center: Uuid.exactOptional(),
  body: Key.exactOptional(),
  name: Words.min(1).max(200).exactOptional(),
});

/** Input of each act, strict: an unknown field is refused. */
export const ActInput = {
  "open-case": z.strictObject({
    procedure: Key,
    year: z.int().min(2000).max(2200),
    center: Uuid.exactOptional(),
    name: Words.min(1).max(200).exactOptional(),
    institution: Uuid.exactOptional(),
    type: Key.exactOptional(),
    against: Uuid.exactOptional(),
    parent: Uuid.exactOptional(),
    channel: z.int().exactOptional(),
    parties: z.array(Party).max(50).exactOptional(),
    origin: z.strictObject({ tenant: z.int(), center: Uuid }).exactOptional(),
  }),
  sign: z.strictObject({ ...atStage, answers: Answers, opinion: Opinion }),
  submit: z.strictObject({ ...atStage, answers: Answers }),
  withdraw: z.strictObject(atStage),
  return: z.strictObject({
    ...atStage,
    reason: Opinion.min(1),
    marks: z.array(z.strictObject({ field: z.string().max(200), reason: Opinion })).max(200),
    until: CalendarDate.exactOptional(),
  }),
  check: z.strictObject({ ...atStage, opinion: Opinion }),
  "hold-meeting": z.strictObject({
    procedure: Key,
    stage: Key,
    year: z.int(),
    cases: z.array(Uuid).min(1).max(500),
    answers: Answers,
  }),
  assign: z.strictObject({
    ...atStage,
    experts: z
      .array(z.strictObject({ user: Uuid, name: Words.max(100), party: z.int(), unit: Words.max(200) }))
      .min(1)
      .max(50),
  }),
  recuse: z.strictObject({ ...atStage, reason: Opinion.min(1) }),
  judge: z.strictObject({
    ...atStage,
    condition: Key,
    verdict: z.boolean(),
    dimensions: z.array(z.strictObject({ item: Key, met: z.boolean(), opinion: Opinion })).max(100),
    opinion: Opinion,
  }),
  score: z.strictObject({
    ...atStage,
    items: z
      .array(
        z.strictObject({
          item: z.string().max(400),
          points: Points.exactOptional(),
          comment: Opinion.exactOptional(),
          evidence: z.array(z.string().min(1).max(64)).max(50).exactOptional(),
        }),
      )
      .max(1_000),
    opinion: Opinion,
  }),
  conclude: z.strictObject(atStage),
  propose: z.strictObject({ ...atStage, outcome: z.enum(["approve", "decline"]), opinion: Opinion }),
  "recommend-case": z.strictObject({ ...atStage, recommends: z.boolean(), opinion: Opinion.min(1) }),
  consent: z.strictObject({ ...atStage, given: z.boolean(), words: Opinion.min(1) }),
  "end-consent": z.strictObject({ ...atStage, words: Opinion.min(1) }),
  publicize: z.strictObject({ ...atStage, from: CalendarDate, where: Words.max(300) }),
  object: z.strictObject({ ...atStage, by: Words.max(200), text: Opinion }),
  "settle-objection": z.strictObject({
    ...atStage,
    objection: Uuid,
    upheld: z.boolean(),
    reason: Opinion.min(1),
  }),
  file: z.strictObject({ ...atStage, words: Opinion }),
  acknowledge: z.strictObject({
    ...atStage,
    to: z.strictObject({ role: ActorRole, body: Key.exactOptional() }),
    words: Opinion,
  }),
  waive: z.strictObject({
    case: Uuid,
    path: z.string().max(400),
    reason: Opinion.min(1),
    until: CalendarDate.exactOptional(),
  }),
  decide: z.strictObject({
    ...atStage,
    outcome: z.enum(["approve", "decline"]),
    opinion: Opinion,
    item: Key.exactOptional(),
    answers: Answers.exactOptional(),
  }),
  rank: z.strictObject({ ...overCohort, prefer: z.array(Uuid).max(500).exactOptional() }),
  grade: z.strictObject({ ...overCohort, opinion: Opinion, prefer: z.array(Uuid).max(500).exactOptional() }),
  "open-campaign": z.strictObject({ procedure: Key, year: z.int().min(2000).max(2200) }),
  issue: z.strictObject({
    stage: Key,
    cases: z.array(Uuid).min(1).max(500),
    document: z.strictObject({
      kind: Key,
      number: Words.max(100)
        .refine((number) => findDocumentNumber(number) !== undefined)
        .transform(writeDocumentNumber),
      title: Words.min(1).max(300),
      on: CalendarDate,
    }),
  }),
  settle: z.strictObject({
    path: z.string().max(400),
    value: z.json(),
    as: Opinion.min(1),
    on: CalendarDate,
    year: z.int().exactOptional(),
    case: Uuid.exactOptional(),
    center: Uuid.exactOptional(),
    pinHash: z.string().max(64).exactOptional(),
  }),
  extend: z.strictObject({
    procedure: Key,
    stage: Key,
    year: z.int(),
    case: Uuid.exactOptional(),
    until: CalendarDate,
    reason: Opinion.min(1),
  }),
  inspect: z.strictObject({
    center: Uuid,
    procedure: Key,
    answers: Answers,
    findings: z
      .array(
        z.strictObject({
          text: Opinion.min(1),
          kind: Key.exactOptional(),
          due: CalendarDate.exactOptional(),
        }),
      )
      .max(100),
  }),
  clear: z.strictObject({ center: Uuid, finding: Uuid, how: Opinion.min(1) }),
  recommend: z.strictObject({
    center: Uuid,
    promotion: Key,
    opinion: Opinion.min(1),
    addressee: z.int().exactOptional(),
  }),
  "answer-dispatch": z.strictObject({
    dispatch: z.strictObject({ tenant: z.int(), root: Uuid, key: z.string().max(400) }),
    outcome: z.enum(DISPATCH_OUTCOMES),
    words: Opinion,
  }),
  link: z.strictObject({ center: Uuid, party: Party, on: CalendarDate, reason: Opinion.min(1) }),
  unlink: z.strictObject({ center: Uuid, link: Uuid, on: CalendarDate, reason: Opinion.min(1) }),
  finish: z.strictObject({ center: Uuid, obligation: z.string().max(400), how: Opinion.min(1) }),
  pay: z.strictObject({
    center: Uuid,
    funding: Key,
    instalment: z.string().max(100),
    payer: Key,
    amount: z.string().regex(/^\d{1,12}(\.\d{1,6})?$/),
    on: CalendarDate,
  }),
  urge: z.strictObject({ root: Uuid, obligation: z.string().max(400) }),
  "judge-duty": z
    .strictObject({
      center: Uuid.exactOptional(),
      institution: Uuid.exactOptional(),
      duty: Key,
      year: z.int(),
      met: z.boolean(),
      opinion: Opinion,
    })
    .refine(({ center, institution }) => center === undefined || institution === undefined),
  record: z.strictObject({ root: Uuid, register: Key, answers: EntryAnswers }),
  amend: z.strictObject({ root: Uuid, entry: Uuid, answers: EntryAnswers }),
  verify: z.strictObject({ root: Uuid, entry: Uuid, opinion: Opinion }),
  strike: z.strictObject({ root: Uuid, entry: Uuid, reason: Opinion.min(1) }),
  sweep: z.strictObject({ root: Uuid }),
} satisfies { [K in ActionKind]: z.ZodType };

type _InputIsTheAction = {
  [K in ActionKind]: z.infer<(typeof ActInput)[K]> extends Omit<Extract<Action, { kind: K }>, "kind">
    ? true
    : K;
};
