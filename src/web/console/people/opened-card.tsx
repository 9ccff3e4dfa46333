import { useEffect, useRef } from 'react'
import { Button } from '../../kit/button.tsx'
import { useWords } from '../words.ts'

/** An account that was just opened, with the password that nobody sees again. */
export interface Opened {
  readonly name: string
  readonly accountName: string
  readonly password: string
}

export function OpenedCard({ opened, onClose }: { opened: Opened; onClose(): void }) {
  const { opened: said } = useWords().consolePeople
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="panel people__opened" aria-label={said.title(opened.name)}>
      <h2 ref={heading} tabIndex={-1}>
        {said.title(opened.name)}
      </h2>
      <dl>
        <dt>{said.accountName}</dt>
        <dd>{opened.accountName}</dd>
        <dt>{said.password}</dt>
        <dd>{opened.password}</dd>
      </dl>
      <p>{said.once}</p>
      <div className="people__acts no-print">
        <Button onClick={onClose}>{said.close}</Button>
        <Button look="quiet" onClick={() => window.print()}>
          {said.print}
        </Button>
      </div>
    </section>
  )
}
