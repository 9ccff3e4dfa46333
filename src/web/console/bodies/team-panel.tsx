import type { GridTeam } from '../../../people/offices/link.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Shown } from '../../kit/shown.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useWords } from '../words.ts'

type Member = GridTeam['members'][number]

/** Everybody who looks after a grid, level by level, from the district down. */
export function TeamPanel({ gridId }: { gridId: string }) {
  const words = useWords()
  const { consoleBodies, consoleLinks } = words
  const { team: said, links } = consoleLinks
  const { offices } = consoleBodies
  const nameOf = useNameOf()
  const reading = useRead<GridTeam>(`/api/grids/${gridId}/team`, { staleMs: 60_000 })
  const roleOf = ({ role, body, office }: Member): string => {
    if (role === 'grid_worker') return said.worker
    if (role === 'grid_leader') return said.leader
    if (role !== 'office') return links.kinds[role]
    return body && office ? offices.place(nameOf(body), nameOf(office)) : ''
  }
  const levels = Object.keys(said.levels) as Member['level'][]
  return (
    <Shown reading={reading}>
      {({ members }) => (
        <section aria-label={said.title}>
          <h3>{said.title}</h3>
          <dl className="levels">
            {levels.map((level) => {
              const here = members.filter((member) => member.level === level)
              return (
                <div key={level}>
                  <dt>{said.levels[level]}</dt>
                  {here.length === 0 && <dd>{said.none}</dd>}
                  {here.map((member) => (
                    <dd key={`${member.role} ${member.name} ${member.body?.id}`}>
                      {words.common.labelled(
                        roleOf(member),
                        member.name ?? (member.body ? nameOf(member.body) : ''),
                      )}
                    </dd>
                  ))}
                </div>
              )
            })}
          </dl>
        </section>
      )}
    </Shown>
  )
}
