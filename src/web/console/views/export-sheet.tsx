import './views.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { SheetJob, SheetJobs } from '../../../platform/sheet/jobs/contract.ts'
import { sendAct, useRead } from '../../api/use-read.ts'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'

const jobs = '/api/sheet-jobs'

/**
 * The list for an office, as a sheet: written beside the page, however long it is, and taken by the browser once it is done.
 * Whoever left meanwhile finds it here when they are back. `asks`: the list's address with its filters.
 */
export function ExportSheet({ asks }: { asks: string }) {
  const { views: said } = useWords().consoleDesk
  const queries = useQueryClient()
  const { data: own } = useRead<SheetJobs>(jobs)
  /** The one that is shown; null where it was closed. */
  const [shown, setShown] = useState<{ readonly id: string; readonly takes: boolean } | null>()
  const show = (next: typeof shown) => {
    setShown(next)
    void queries.invalidateQueries({ queryKey: [jobs] })
  }
  const begin = useMutation({
    mutationFn: () => sendAct<Pick<SheetJob, 'id'>>(asks, {}),
    onSuccess: ({ id }) => show({ id, takes: true }),
  })
  // What was begun before this page was opened, and not taken.
  const waiting = own?.jobs.find(({ state, taken }) => state === 'running' || (state === 'done' && !taken))
  if (shown === undefined && waiting !== undefined) setShown({ id: waiting.id, takes: false })
  const button = useRef<HTMLButtonElement>(null)
  const focus = () => button.current?.focus()
  const close = () => {
    show(null)
    focus()
  }
  return (
    <span className="views__export">
      <button
        ref={button}
        type="button"
        className="text-button"
        title={said.exportHint}
        aria-disabled={begin.isPending}
        onClick={() => !begin.isPending && begin.mutate()}
      >
        {said.export}
      </button>
      {shown && <JobLine key={shown.id} {...shown} onClose={close} onGone={focus} />}
      <FormProblem error={begin.error} />
    </span>
  )
}

type Words = ReturnType<typeof useWords>['consoleDesk']['views']
interface JobLineProps {
  readonly id: string
  readonly takes: boolean
  onClose(): void
  onGone(): void
}

/** What a reader of the screen hears, once each time it changes; how far it is stands beside it. */
function saidOf({ state, rows, cut }: SheetJob, said: Words['exporting']): string {
  if (state !== 'done') return said[state]
  return cut ? said.cut(rows) : said.done(rows)
}

/**
 * How far one is, and what can be done with it; `takes`: the browser takes the file by itself. `onGone`: what was pressed is
 * not there any more.
 */
function JobLine({ id, takes, onClose, onGone }: JobLineProps) {
  const { exporting: said } = useWords().consoleDesk.views
  const at = `${jobs}/${id}`
  const { data: job, error } = useRead<SheetJob>(at, { goesOn: ({ state }) => state === 'running' })
  const queries = useQueryClient()
  const stop = useMutation({
    mutationFn: () => sendAct<SheetJob>(`${at}/stop`, {}),
    onSuccess: (stopped) => {
      queries.setQueryData([at, ''], stopped)
      onGone()
    },
  })
  const link = useRef<HTMLAnchorElement>(null)
  const state = job?.state
  const wasTaken = useRef(false)
  useEffect(() => {
    if (state !== 'done' || !takes || wasTaken.current) return
    wasTaken.current = true
    link.current?.click()
  }, [state, takes])
  if (job === undefined) return <FormProblem error={error} />
  const { rows, expected } = job
  return (
    <>
      <span role="status">{saidOf(job, said)}</span>
      {job.state === 'running' ? (
        <>
          <span>{said.written(rows, expected)}</span>
          <progress aria-label={said.running} {...(expected ? { value: rows, max: expected } : {})} />
          <button
            type="button"
            className="text-button"
            aria-disabled={stop.isPending}
            onClick={() => !stop.isPending && stop.mutate()}
          >
            {said.stop}
          </button>
        </>
      ) : (
        <>
          {job.state === 'done' && (
            <a ref={link} className="text-button" href={`${at}/taken`} download={job.fileName}>
              {said.take}
            </a>
          )}
          <button
            type="button"
            className="text-button"
            // The second press of a double one was meant for the button that stood here before.
            onClick={({ detail }) => detail < 2 && onClose()}
          >
            {said.close}
          </button>
        </>
      )}
      <FormProblem error={stop.error} />
    </>
  )
}
