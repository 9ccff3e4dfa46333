import type { AreaFileResult } from '../../../areas/contract.ts'
import type { CatalogueImport, CatalogueTrial } from '../../../matters/contract.ts'
import { useNameOf } from '../../shared/names.ts'
import type { ConsoleWords } from '../../words/console.ts'
import { DiffTable } from '../matters/diff-table.tsx'
import { useWords } from '../words.ts'
import { FileTrial } from './file-trial.tsx'
import { useFrameFile } from './use-trial.ts'

const accepted = { catalogue: '.xlsx,.csv', areas: '.xlsx,.csv,.json,.geojson' } as const

/** The catalogue or the map from a file: read without writing, then taken in. */
export function ImportFrame({ kind }: { kind: 'catalogue' | 'areas' }) {
  const { consoleImports: said, consoleBooks } = useWords()
  const { look, take } = useFrameFile(kind)
  return (
    <section className="panel">
      <FileTrial
        accept={accepted[kind]}
        hint={said.hints[kind]}
        needed={consoleBooks.import.fileNeeded}
        look={look}
        take={take}
        title={<h2>{said.outcome.title}</h2>}
        done={<h2>{said.frame.done}</h2>}
      >
        {(result, isDone) => <Told result={result} isDone={isDone} />}
      </FileTrial>
    </section>
  )
}

type Result = CatalogueTrial | CatalogueImport | AreaFileResult
const sizeOf = (value: number | readonly unknown[]): number =>
  typeof value === 'number' ? value : value.length

type AreaFault = AreaFileResult['faults'][number]

const whereOf = (
  { code, row, sheetRow }: AreaFault,
  frame: ConsoleWords['consoleImports']['frame'],
): string => code ?? (sheetRow === undefined ? frame.areaRow(row ?? 0) : frame.areaSheetRow(sheetRow))

function Told({ result, isDone }: { result: Result; isDone: boolean }) {
  const { consoleImports, consoleCatalogue } = useWords()
  const { outcome: said, frame } = consoleImports
  const nameOf = useNameOf()
  const changed = 'changed' in result && typeof result.changed !== 'number' ? result.changed : []
  const counts = [
    ['added', sizeOf(result.added)],
    ['changed', sizeOf(result.changed)],
    ['same', result.same],
    ...('retired' in result ? ([['retired', sizeOf(result.retired)]] as const) : []),
    ['faults', result.faults.length],
  ] as const
  return (
    <>
      <dl className="figures">
        {counts.map(([count, n]) => (
          <div key={count}>
            <dt>{isDone ? said.doneCounts[count] : said.counts[count]}</dt>
            <dd>{said.items(n)}</dd>
          </div>
        ))}
      </dl>
      {result.faults.length > 0 && (
        <ul>
          {result.faults.slice(0, 50).map((fault, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is drawn once
            <li key={at}>
              {'column' in fault
                ? frame.fault(
                    fault.row,
                    consoleCatalogue.columns[fault.column],
                    consoleCatalogue.reasons[fault.reason],
                  )
                : frame.areaFault(whereOf(fault, frame), frame.areaReasons[fault.reason])}
            </li>
          ))}
        </ul>
      )}
      {changed.length > 0 && <h3>{isDone ? frame.changed : frame.changes}</h3>}
      {changed.map(({ before, after, fields }) => (
        <div key={after.code}>
          <h4>{nameOf(after)}</h4>
          <DiffTable label={nameOf(after)} before={before} after={after} fields={fields} />
        </div>
      ))}
    </>
  )
}
