import type { ReactNode } from 'react'

export type FactPair = readonly [name: string, value: ReactNode]

/** What is known, as pairs of a name and a value; what is not there takes no line. */
export function FactList({ className, pairs }: { className: string; pairs: readonly FactPair[] }) {
  return (
    <dl className={className}>
      {pairs
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
