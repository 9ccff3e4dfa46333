import { useId } from 'react'
import type { PermissionCell } from '../../../people/permission/contract.ts'
import { useWords } from '../words.ts'
import { type Draft, drafted, type Reach, sameReaches, waysToGive, withCell } from './draft.ts'
import { groupNames, groups } from './groups.ts'
import { useSayReach } from './use-say-reach.ts'

interface Props {
  /** Cells of one kind of post. */
  readonly cells: readonly PermissionCell[]
  readonly draft: Draft
  onDraft(draft: Draft): void
}

/** What one kind of post may do, by the work it belongs to; what it can never have stands below, with the reason. */
export function KindActs({ cells, draft, onDraft }: Props) {
  const { consolePermissions: said } = useWords()
  const never = cells.filter(({ allowed }) => allowed.length === 0)
  return (
    <>
      {groupNames.map((name) => {
        const shown = groups[name].flatMap((act) =>
          cells.filter((cell) => cell.act === act && cell.allowed.length > 0),
        )
        return shown.length === 0 ? null : (
          <section key={name} className="permissions__group">
            <h2>{said.groups[name]}</h2>
            <ul>
              {shown.map((cell) => (
                <ActRow key={cell.act} cell={cell} draft={draft} onDraft={onDraft} />
              ))}
            </ul>
          </section>
        )
      })}
      {never.length > 0 && (
        <details className="permissions__never">
          <summary className="summary">{said.never(never.length)}</summary>
          <dl>
            {never.map(({ act, because }) => (
              <div key={act}>
                <dt>{said.actOf(act)}</dt>
                <dd>{because !== null && said.because[because]}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  )
}

function ActRow({ cell, draft, onDraft }: { cell: PermissionCell } & Omit<Props, 'cells'>) {
  const { consolePermissions: said } = useWords()
  const sayReach = useSayReach()
  const id = useId()
  const now = drafted(draft, cell)
  const changed = !sameReaches(now, cell.reaches)
  const ways: (readonly Reach[])[] = [...waysToGive(cell.allowed)]
  if (!cell.kept) ways.unshift([])
  const differs = !sameReaches(now, cell.asItComes)
  return (
    <li className="permissions__act" data-changed={changed ? '' : undefined}>
      <label htmlFor={id}>
        {said.actOf(cell.act)}
        {differs && (
          <small className="permissions__aside">
            {said.changedFrom(sayReach(cell.asItComes, cell.kind))}
          </small>
        )}
        {cell.kept && <small className="permissions__aside">{said.kept}</small>}
      </label>
      <select
        id={id}
        className="input"
        value={ways.findIndex((way) => sameReaches(way, now))}
        onChange={(event) => onDraft(withCell(draft, cell, ways[Number(event.target.value)] ?? []))}
      >
        {ways.map((way, index) => (
          <option key={way.join()} value={index}>
            {sayReach(way, cell.kind)}
          </option>
        ))}
      </select>
    </li>
  )
}
