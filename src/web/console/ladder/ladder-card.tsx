import { useState } from 'react'
import type { LadderClock } from '../../../cases/ladder/ladder.contract.ts'
import type { LadderBook, LadderVersion } from '../../../cases/ladder/steps.contract.ts'
import { Button } from '../../kit/button.tsx'
import { sayDate } from '../../words/time.ts'
import { useWords } from '../words.ts'
import { BackDialog } from './back-dialog.tsx'
import { StepEditor } from './step-editor.tsx'
import { StepTable } from './step-table.tsx'
import { StepsPreviewList } from './steps-preview.tsx'
import { versionsIn } from './versions.ts'

interface Props {
  readonly book: LadderBook
  readonly clock: LadderClock
  readonly matter: string | null
}

/** One clock's ladder, for a matter or for all: what holds, what was announced, what held before. */
export function LadderCard({ book, clock, matter }: Props) {
  const { consoleSteps: said } = useWords()
  const [open, setOpen] = useState<'edit' | 'back' | null>(null)
  const { own, shown, isOwn, planned, past } = versionsIn(book, clock, matter)
  const close = () => setOpen(null)
  const last = own[own.length - 1]
  // A matter begins with what holds for all.
  const start = last !== undefined && last.steps.length > 0 ? last.steps : (shown?.steps ?? [])
  return (
    <section
      className={open === 'edit' ? 'panel ladder__card ladder__card--open' : 'panel ladder__card'}
      aria-label={said.clocks[clock]}
    >
      <h2>{said.clocks[clock]}</h2>
      <p className="book__lead">{said.clockHints[clock]}</p>
      {matter !== null && <p className="ladder__whose">{isOwn ? said.own : said.general}</p>}
      {open === 'edit' ? (
        <StepEditor
          {...{ clock, matter, start }}
          base={(last?.steps ?? []).map(({ id }) => id)}
          today={book.today}
          planned={planned?.fromDay ?? null}
          onClose={close}
        />
      ) : (
        <>
          <StepTable steps={shown?.steps ?? []} />
          {planned && <Planned version={planned} ofMatter={matter !== null} />}
          {book.canAnnounce && (
            <p className="ways no-print">
              <Button
                look="quiet"
                aria-label={
                  matter === null || own.length > 0
                    ? said.changeOf(said.clocks[clock])
                    : said.makeOwnOf(said.clocks[clock])
                }
                onClick={() => setOpen('edit')}
              >
                {matter !== null && (last?.steps ?? []).length === 0 ? said.makeOwn : said.change}
              </Button>
              {matter !== null && last !== undefined && last.steps.length > 0 && (
                <Button look="quiet" onClick={() => setOpen('back')}>
                  {said.back.open}
                </Button>
              )}
            </p>
          )}
          <Example asked={{ clock, matter, steps: shown?.steps ?? [] }} />
          {past.length > 0 && <Past versions={past} />}
        </>
      )}
      {open === 'back' && matter !== null && last !== undefined && (
        <BackDialog {...{ clock, matter }} base={last.steps} today={book.today} onClose={close} />
      )}
    </section>
  )
}

function Planned({ version, ofMatter }: { version: LadderVersion; ofMatter: boolean }) {
  const words = useWords()
  const { consoleSteps: said } = words
  const day = sayDate(words, version.fromDay)
  if (ofMatter && version.steps.length === 0) return <p>{said.plannedGeneral(day)}</p>
  return (
    <>
      <h3>{said.planned(day)}</h3>
      <StepTable steps={version.steps} />
    </>
  )
}

function Example({
  asked: { clock, matter, steps },
}: {
  asked: Pick<Props, 'clock' | 'matter'> & Pick<LadderVersion, 'steps'>
}) {
  const { preview: said } = useWords().consoleSteps
  const [open, setOpen] = useState(false)
  if (steps.length === 0) return null
  const drafts = steps.map(({ moment, audience }) => ({ moment, audience }))
  return (
    <details className="no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="summary">{said.open}</summary>
      {open && <StepsPreviewList asked={{ clock, matter, steps: drafts }} />}
    </details>
  )
}

function Past({ versions }: { versions: readonly LadderVersion[] }) {
  const words = useWords()
  const { consoleSteps: said } = words
  return (
    <details>
      <summary className="summary">{said.past}</summary>
      {versions.map(({ fromDay, untilDay, steps }) => (
        <div key={fromDay}>
          <h3>{said.between(sayDate(words, fromDay), sayDate(words, untilDay ?? fromDay))}</h3>
          {steps.length === 0 ? <p>{said.general}</p> : <StepTable steps={steps} />}
        </div>
      ))}
    </details>
  )
}
