import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { NotedReport, NoteReport } from '../../../cases/report/note.contract.ts'
import { mostNoted } from '../../../cases/report/note-length.contract.ts'
import type { ReportPaper } from '../../../cases/report/paper.contract.ts'
import { keptDraft, useDraft } from '../../api/draft.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { TextArea } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'

interface Draft {
  readonly words: string
  /** Which writing of the paragraph stood when this one was begun. */
  readonly from: number
}

/** 按语: the paragraph that a person adds to a report. What is half written is kept, whoever else writes meanwhile. */
export function NoteForm({ paper }: { paper: ReportPaper }) {
  const said = useWords().consoleReports.note
  const { area, kind, from, note } = paper
  const key = `report-note.${area.id}.${kind}.${from}`
  const [isOpen, setOpen] = useState(() => keptDraft(key) !== null)
  const place = useRef<HTMLDivElement>(null)
  const [wasAsked, setAsked] = useState(false)
  // Whoever opened or closed it stands where the one gave way to the other; a page that comes with it takes nobody there.
  useEffect(() => {
    if (wasAsked) place.current?.querySelector<HTMLElement>(isOpen ? 'textarea' : 'button')?.focus()
  }, [isOpen, wasAsked])
  const open = (wanted: boolean) => {
    setAsked(true)
    setOpen(wanted)
  }
  return (
    <div ref={place} className="no-print">
      {isOpen ? (
        <Form key={note.seq} paper={paper} draftKey={key} onClose={() => open(false)} />
      ) : (
        <p>
          <Button look="quiet" onClick={() => open(true)}>
            {note.paragraphs.length > 0 ? said.change : said.write}
          </Button>
        </p>
      )}
    </div>
  )
}

function Form({ paper, draftKey, onClose }: { paper: ReportPaper; draftKey: string; onClose(): void }) {
  const said = useWords().consoleReports.note
  const say = useSay()
  const { area, kind, from, note } = paper
  const [draft, setDraft, forget] = useDraft<Draft>(draftKey, {
    words: note.paragraphs.join('\n'),
    from: note.seq,
  })
  const act = useAct<NotedReport, Omit<NoteReport, 'requestId'>>('/api/figures/report/note', {
    onDone: () => {
      forget()
      say(said.done)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (act.isPending || draft.words.length > mostNoted) return
    act.mutate({ areaId: area.id, kind, start: from, seen: note.seq, words: draft.words.trim() })
  }
  return (
    <form className="panel people__form no-print" aria-label={paper.note.name} onSubmit={submit} noValidate>
      {draft.from !== note.seq && <p role="status">{said.changedMeanwhile}</p>}
      <TextArea
        label={paper.note.name}
        hint={said.hint}
        value={draft.words}
        most={mostNoted}
        rows={5}
        onChange={(event) => setDraft({ words: event.target.value, from: draft.from })}
      />
      <FormProblem error={act.error} />
      <FormActs
        label={said.send}
        busy={act.isPending}
        onCancel={() => {
          forget()
          onClose()
        }}
      />
    </form>
  )
}
