import type { PaperTable, ReportPaper } from '../../../cases/report/paper.contract.ts'
import { TrendChart } from '../../shared/wall/trend-chart.tsx'
import { Wide } from '../wide.tsx'
import { ReportMap } from './report-map.tsx'

/** A report on A4, as it is printed and as its document has it. */
export function ReportSheet({ paper }: { paper: ReportPaper }) {
  const { said, note, measures, trend, map, tables, counted, notes } = paper
  return (
    // Paper is white, on a dark screen too: it is looked at as it will be printed.
    <article className="sheet report-sheet" data-theme="light" aria-label={paper.title}>
      <header className="sheet__head">
        <h2>{paper.title}</h2>
      </header>
      <Facts rows={paper.facts} />
      <h3>{said.name}</h3>
      <Paragraphs of={said.paragraphs} />
      {note.paragraphs.length > 0 && (
        <section>
          <h3>{note.name}</h3>
          <Paragraphs of={note.paragraphs} />
        </section>
      )}
      <Rows table={measures} />
      <section className="report-sheet__whole">
        <h3>{trend.name}</h3>
        <TrendChart days={trend.days} label={trend.label} />
        <p>
          <small>{trend.lead}</small>
        </p>
      </section>
      {map && <ReportMap map={map} />}
      {tables.map((table) => (
        <Rows key={table.name} table={table} />
      ))}
      <Rows table={counted} />
      <h3>{notes.name}</h3>
      <Facts rows={notes.rows} />
    </article>
  )
}

/** A line each: in what a person wrote one may stand twice. */
const Paragraphs = ({ of }: { of: readonly string[] }) => (
  <p className="report-sheet__said">{of.join('\n')}</p>
)

function Facts({ rows }: { rows: ReportPaper['facts'] }) {
  return (
    <dl className="sheet__facts">
      {rows.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A table of the report; numbers stand right, and its head stands again on each printed page. */
function Rows({ table: { name, head, numeric, rows } }: { table: PaperTable }) {
  const sideOf = (column: number) => (numeric[column] ? 'report-sheet__number' : undefined)
  return (
    <>
      <h3>{name}</h3>
      <Wide label={name}>
        <table className="report-sheet__rows">
          <thead>
            <tr>
              {head.map((text, column) => (
                <th key={text} scope="col" className={sideOf(column)}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row[0]}>
                {row.map((text, column) =>
                  column === 0 ? (
                    <th key={head[column]} scope="row">
                      {text}
                    </th>
                  ) : (
                    <td key={head[column]} className={sideOf(column)}>
                      {text}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  )
}
