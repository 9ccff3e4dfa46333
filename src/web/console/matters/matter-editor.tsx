import './matters.css'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import type {
  AnnounceMatter,
  DraftMatter,
  Matter,
  MatterAnnounced,
  MatterPreview,
} from '../../../matters/contract.ts'
import { useDraft } from '../../api/draft.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useNameOf } from '../../shared/names.ts'
import { dayAfter, localDay } from '../../words/time.ts'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { draftFaults, type EditedMatter, editedOf, matterOf } from './draft.ts'
import { MatterFields } from './matter-fields.tsx'
import { PreviewCard } from './preview-card.tsx'

interface MatterEditorProps {
  readonly matter: Matter | null
  /** The version that stands; null for a new matter or one that is brought back. */
  readonly baseId: string | null
  readonly onClose: () => void
}

/** A matter as a draft, then what announcing it would change, then the announcement from a day on. */
export function MatterEditor({ matter, baseId, onClose }: MatterEditorProps) {
  const { consoleCatalogue } = useWords()
  const { edit: said } = consoleCatalogue
  const nameOf = useNameOf()
  const today = localDay(nowMs())
  const first = baseId === null ? today : dayAfter(today)
  const [start] = useState(() => editedOf(matter, first))
  const [draft, change, forget] = useDraft<EditedMatter>(`matter.${baseId ?? matter?.code ?? 'new'}`, start)
  const [tried, setTried] = useState(false)
  const { preview, look, announce, asked } = useAnnounce(forget, onClose)
  const form = useRef<HTMLFormElement>(null)
  const faults = tried ? draftFaults(draft) : []
  const dayWrong = draft.fromDay < first
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (draftFaults(draft).length === 0 && !dayWrong && !look.isPending)
      return look.mutate({ matter: matterOf(draft), baseId, fromDay: draft.fromDay })
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const discard = () => {
    forget()
    onClose()
  }
  if (preview?.after && asked)
    return (
      <PreviewCard
        preview={preview}
        fromDay={asked.fromDay}
        busy={announce.isPending}
        error={announce.error}
        onSend={() => announce.mutate(asked)}
        onBack={() => look.reset()}
      />
    )
  return (
    <form ref={form} className="panel matter-form" onSubmit={submit} noValidate>
      <h2>{matter === null ? said.titleNew : said.title(nameOf(matter))}</h2>
      <MatterFields draft={draft} isNew={matter === null} faults={faults} onChange={change} />
      <TextField
        label={said.fromDay}
        hint={baseId === null ? said.fromDayHintNew : said.fromDayHint}
        type="date"
        min={first}
        value={draft.fromDay}
        error={dayWrong ? (baseId === null ? said.fromDayHintNew : said.fromDayHint) : undefined}
        onChange={(event) => change({ fromDay: event.target.value })}
      />
      {preview !== undefined && preview.faults.length > 0 && <Faults preview={preview} />}
      <FormProblem error={look.error} />
      <p>
        <small>{said.draftKept}</small>
      </p>
      <div className="matter-form__acts">
        <Button type="submit" busy={look.isPending}>
          {said.preview}
        </Button>
        <Button look="quiet" onClick={discard}>
          {said.discard}
        </Button>
      </div>
    </form>
  )
}

/** The two steps: what would change, then the announcement. */
function useAnnounce(forget: () => void, onClose: () => void) {
  const { consoleCatalogue } = useWords()
  const say = useSay()
  const nameOf = useNameOf()
  const navigate = useNavigate()
  const look = useAct<MatterPreview, DraftMatter>('/api/catalogue/preview')
  const asked = look.variables
  const announce = useAct<MatterAnnounced, Omit<AnnounceMatter, 'requestId'>>('/api/catalogue', {
    onDone: ({ matter }) => {
      forget()
      onClose()
      say(consoleCatalogue.preview.done(nameOf(matter)))
      void navigate({ to: '/matters/$code', params: { code: matter.code } })
    },
  })
  return { preview: look.data, look, announce, asked }
}

function Faults({ preview }: { preview: MatterPreview }) {
  const { consoleCatalogue } = useWords()
  const { edit: said, reasons, columns } = consoleCatalogue
  return (
    <div className="matter-form__faults" role="alert">
      <p>{said.faults}</p>
      <ul>
        {preview.faults.map(({ column, reason }) => (
          <li key={column}>{said.fault(columns[column], reasons[reason])}</li>
        ))}
      </ul>
    </div>
  )
}
