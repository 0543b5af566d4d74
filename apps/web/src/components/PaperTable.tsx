import { Fragment, type ReactNode } from "react";

/** A printed form's table: black lines, heads repeated on each page. */
export function PaperTable({ children, head }: { children: ReactNode; head?: string[] }) {
  return (
    <table className="paper-table">
      {head !== undefined && (
        <thead>
          <tr>
            {head.map((word) => (
              <th scope="col" key={word}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>{children}</tbody>
    </table>
  );
}

/** One row of label and value pairs; the last value takes the rest of `columns` cells. */
export function LabelRow({
  pairs,
  columns = 4,
}: {
  pairs: { label: string; value: ReactNode }[];
  columns?: number;
}) {
  return (
    <tr>
      {pairs.map(({ label, value }, index) => (
        <Fragment key={label}>
          <th scope="row">{label}</th>
          <td colSpan={index === pairs.length - 1 ? Math.max(1, columns - pairs.length * 2 + 1) : 1}>
            {value}
          </td>
        </Fragment>
      ))}
    </tr>
  );
}

/** A box for long text, a signature or a seal: never split over pages. */
export function SignRow({
  label,
  children,
  foot,
  columns = 4,
}: {
  label: string;
  children?: ReactNode;
  foot?: ReactNode;
  columns?: number;
}) {
  return (
    <tr className="paper-sign">
      <th scope="row">{label}</th>
      <td colSpan={columns - 1}>
        {children}
        {foot !== undefined && <p className="paper-sign-foot">{foot}</p>}
      </td>
    </tr>
  );
}
