import './people/people.css'
import { type ReactNode, useState } from 'react'
import { Button } from '../kit/button.tsx'

interface DatedRulesProps<Rules> {
  readonly said: {
    readonly inForce: string
    readonly change: string
    readonly later: string
    readonly earlier: string
  }
  readonly inForce: Rules
  readonly announced: readonly Rules[]
  /** From when they count (a day or a month); null: as Linli came. */
  readonly fromOf: (rules: Rules) => string | null
  /** Today, or this month. */
  readonly now: string
  readonly mayAnnounce: boolean
  readonly show: (rules: Rules) => ReactNode
  readonly form: (onClose: () => void) => ReactNode
}

/** Rules that are dated data: those in force, those to come, those before, and the form for whoever announces them. */
export function DatedRules<Rules>({
  said,
  inForce,
  announced,
  fromOf,
  now,
  mayAnnounce,
  show,
  form,
}: DatedRulesProps<Rules>) {
  const [changing, setChanging] = useState(false)
  const others = announced.filter((rules) => fromOf(rules) !== fromOf(inForce))
  const isLater = (rules: Rules) => (fromOf(rules) ?? '') > now
  const dated = (title: string, list: readonly Rules[]) =>
    list.length > 0 && (
      <section>
        <h2>{title}</h2>
        {list.map((rules) => (
          <div key={fromOf(rules)} className="panel">
            {show(rules)}
          </div>
        ))}
      </section>
    )
  return (
    <>
      <section className="panel">
        <h2>{said.inForce}</h2>
        {show(inForce)}
      </section>
      {changing && form(() => setChanging(false))}
      {mayAnnounce && !changing && (
        <p className="people__open no-print">
          <Button look="quiet" onClick={() => setChanging(true)}>
            {said.change}
          </Button>
        </p>
      )}
      {dated(said.later, others.filter(isLater))}
      {dated(
        said.earlier,
        others.filter((rules) => !isLater(rules)),
      )}
    </>
  )
}
