import './books.css'
import './first-steps.css'
import { Link } from '@tanstack/react-router'
import type { PublicMatter } from '../../matters/contract.ts'
import type { BodyPage } from '../../organisations/body.contract.ts'
import type { Coverage } from '../../people/offices/coverage.contract.ts'
import { useRead } from '../api/use-read.ts'
import { useTitle } from '../kit/shell.tsx'
import { useWords } from './words.ts'

/** What a new district has so far, in the order in which it is brought in; undefined until all of it is read. */
export function useBegun(asked: boolean) {
  const coverage = useRead<Coverage>(asked ? '/api/coverage' : null)
  const matters = useRead<readonly PublicMatter[]>(asked ? '/api/matters' : null)
  const bodies = useRead<BodyPage>(asked ? '/api/bodies' : null)
  if (coverage.data === undefined || matters.data === undefined || bodies.data === undefined)
    return { begun: undefined, isWaiting: asked && !(coverage.error ?? matters.error ?? bodies.error) }
  const begun = { areas: coverage.data.whole.grids, matters: matters.data.length, bodies: bodies.data.of }
  return { begun, isWaiting: false }
}

export type Begun = NonNullable<ReturnType<typeof useBegun>['begun']>

const steps = ['areas', 'matters', 'bodies', 'people', 'posters'] as const

/** What an administrator brings into a new district before a case can go round in it. */
export function FirstSteps({ begun }: { begun: Begun }) {
  const words = useWords()
  const { menu } = words.faces.console
  const { firstSteps: said } = words.console
  useTitle(said.title)
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <ol className="first-steps">
        {steps.map((step) => (
          <li key={step}>
            <Link to={`/${step}`}>{menu[step]}</Link>
            {said.steps[step]}
            {step in begun && <small>{said.has[step as keyof Begun](begun[step as keyof Begun])}</small>}
          </li>
        ))}
      </ol>
    </div>
  )
}
