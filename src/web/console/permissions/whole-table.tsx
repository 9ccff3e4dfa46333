import type { PostKind } from '../../../people/contract.ts'
import type { PermissionCell } from '../../../people/permission/contract.ts'
import { useWords } from '../words.ts'
import { groupNames, groups } from './groups.ts'
import { useSayReach } from './use-say-reach.ts'

/** All kinds of post beside each other, to compare and to print. */
export function WholeTable({
  cells,
  kinds,
}: {
  cells: readonly PermissionCell[]
  kinds: readonly PostKind[]
}) {
  const { consolePermissions: said, console: own } = useWords()
  const sayReach = useSayReach()
  const reachOf = (act: string, kind: PostKind) =>
    cells.find((cell) => cell.act === act && cell.kind === kind)?.reaches ?? []
  return (
    <details className="permissions__all">
      <summary className="summary">{said.all}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is read on by the keyboard */}
      <section className="wide" aria-label={said.allCaption} tabIndex={0}>
        <table>
          <caption className="unseen">{said.allCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{said.actColumn}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col">
                  {own.session.posts[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groupNames.flatMap((name) =>
              groups[name].map((act) => (
                <tr key={act}>
                  <th scope="row">{said.actOf(act)}</th>
                  {kinds.map((kind) => {
                    const reaches = reachOf(act, kind)
                    return <td key={kind}>{reaches.length > 0 && sayReach(reaches, kind)}</td>
                  })}
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </details>
  )
}
