import { useEffect, useRef } from 'react'
import type { MatterPreview } from '../../../matters/contract.ts'
import { Button } from '../../kit/button.tsx'
import { useNameOf } from '../../shared/names.ts'
import { sayDate } from '../../words/time.ts'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { DiffTable } from './diff-table.tsx'
import { OpenCases } from './open-cases.tsx'

/** What an announcement would change, field by field, and what hangs on it; then the button that does it. */
export function PreviewCard({
  preview,
  fromDay,
  busy,
  error,
  onSend,
  onBack,
}: {
  preview: MatterPreview
  fromDay: string
  busy: boolean
  error: unknown
  onSend(): void
  onBack(): void
}) {
  const words = useWords()
  const { preview: said } = words.consoleCatalogue
  const from = sayDate(words, fromDay)
  const nameOf = useNameOf()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { kind, before, after, fields, categoryOthers } = preview
  if (after === null) return null
  const name = nameOf(after)
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {said.title}
      </h2>
      {kind === 'added' && <p>{said.added(name, from)}</p>}
      {kind === 'same' && <p>{said.same}</p>}
      {kind === 'changed' && before !== null && (
        <>
          <p>{said.changed(nameOf(before), fields.length, from)}</p>
          <DiffTable label={said.title} before={before} after={after} fields={fields} />
          <OpenCases code={after.code} />
          {fields.includes('evidence') && <p>{said.evidence}</p>}
        </>
      )}
      {categoryOthers > 0 && <p>{said.category(categoryOthers)}</p>}
      <FormProblem error={error} />
      <div className="matter-form__acts">
        {kind !== 'same' && (
          <Button busy={busy} onClick={onSend}>
            {said.send}
          </Button>
        )}
        <Button look="quiet" onClick={onBack}>
          {said.back}
        </Button>
      </div>
    </section>
  )
}
