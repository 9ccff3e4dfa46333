import { Link } from '@tanstack/react-router'
import type { EstateItem, FoundCase } from '../../../rounds/contract.ts'
import { useWords } from '../words.ts'
import { useSaid } from './use-said.ts'

/** The cases that came of something, each with how far it is. */
export function Cases({ cases, none }: { cases: readonly FoundCase[]; none?: string }) {
  const said = useSaid()
  const { common } = useWords()
  if (cases.length === 0) return none === undefined ? null : <span>{none}</span>
  return (
    <div className="rounds__cases">
      {cases.map((one) => (
        <Link key={one.id} to={`/cases/${one.id}`}>
          {common.facts(said.estate.toCase(one.number), said.cases[one.state])}
        </Link>
      ))}
    </div>
  )
}

/** How a thing was found last, in words for its kind. */
export function ItemState({ item }: { item: Pick<EstateItem, 'kind' | 'state'> }) {
  const said = useSaid()
  return (
    <span className={item.state === 'found' ? 'rounds__late' : undefined}>
      {said.states[item.kind][item.state]}
    </span>
  )
}
