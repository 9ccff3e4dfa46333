import type { RetentionReport } from '../../../people/rights/retention.contract.ts'
import { sayDate } from '../../words/time.ts'
import { useReading } from '../words.ts'
import { useSaid } from './use-said.ts'

type Rule = RetentionReport['rules'][number]

const DAYS_OF_A_YEAR = 365

/** Each rule that holds today, and how much it took away. It is printed: its days are dates. */
export function RuleTable({ rules }: { rules: readonly Rule[] }) {
  const { columns } = useSaid()
  return (
    <table className="retention__rules">
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <RuleRow key={rule.kind} rule={rule} />
        ))}
      </tbody>
    </table>
  )
}

function RuleRow({ rule: { kind, days, basis, validFrom, runs } }: { rule: Rule }) {
  const said = useSaid()
  const { words, language } = useReading()
  const { label, from, removed } = said.kinds[kind]
  const { columns } = said
  const last = runs[0]
  const isYears = days % DAYS_OF_A_YEAR === 0
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-column={columns.days}>
        <div>
          {isYears ? said.years(days / DAYS_OF_A_YEAR) : said.days(days)}
          <small>{from}</small>
        </div>
      </td>
      <td data-column={columns.basis}>
        <div>{basis[language]}</div>
      </td>
      <td data-column={columns.since}>{said.since(sayDate(words, validFrom))}</td>
      <td data-column={columns.removed}>{removed(runs.reduce((sum, run) => sum + run.removed, 0))}</td>
      <td data-column={columns.last}>{last ? sayDate(words, last.day) : said.never}</td>
    </tr>
  )
}
