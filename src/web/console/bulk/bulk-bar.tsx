import './bulk.css'
import { useState } from 'react'
import type { CaseRow } from '../../../cases/story.contract.ts'
import { Button } from '../../kit/button.tsx'
import type { Queue } from '../desk/queues.ts'
import type { Selection } from '../desk/selection.ts'
import { useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'
import { type BulkAct, bulkActsOf } from './bulk-acts.ts'
import { BulkDialog } from './bulk-dialog.tsx'

/** At the foot of the list while rows are chosen: how many, and what can be done for all of them. */
export function BulkBar({
  queue,
  rows,
  selection,
}: {
  queue: Queue
  rows: readonly CaseRow[]
  selection: Selection
}) {
  const { consoleDesk: said } = useWords()
  const acts = bulkActsOf(useSignedIn(), queue)
  // What was chosen when the dialog opened: rows leave the list while they are done.
  const [open, setOpen] = useState<{ readonly act: BulkAct; readonly rows: readonly CaseRow[] } | null>(null)
  const chosen = rows.filter(({ id }) => selection.has(id))
  return (
    <>
      {/* Always there: what appears together with its words is not read aloud. */}
      <p className="unseen" role="status">
        {chosen.length > 0 && said.chosen(chosen.length)}
      </p>
      {chosen.length > 0 && (
        <section className="bulk-bar no-print" aria-label={said.bulk.label}>
          <p aria-hidden="true">{said.chosen(chosen.length)}</p>
          <div className="bulk-bar__acts">
            {acts.map((act) => (
              <Button key={act} look="quiet" onClick={() => setOpen({ act, rows: chosen })}>
                {said.bulk.acts[act]}
              </Button>
            ))}
            <button type="button" className="text-button" onClick={selection.clear}>
              {said.clear}
            </button>
          </div>
        </section>
      )}
      {open !== null && (
        <BulkDialog
          act={open.act}
          rows={open.rows}
          onClose={(anythingDone) => {
            setOpen(null)
            if (anythingDone) selection.clear()
          }}
        />
      )}
    </>
  )
}
