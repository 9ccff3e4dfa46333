import { type FormEvent, useState } from 'react'
import type { LinkEnded, LinkKind, LinkMade, LinkRow } from '../../../people/offices/link.contract.ts'
import { linkPlace } from '../../../people/offices/link-place.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Field, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { localDay, sayDate } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { useWords } from '../words.ts'
import { BodySelect } from './body-select.tsx'
import { HolderSelect, type Whom } from './holder-select.tsx'
import { WordSelect } from './word-select.tsx'

/** Whoever is linked: a department, or a person. */
interface Chosen {
  readonly unitId: string | null
  readonly whom: Whom | null
}
const nobody: Chosen = { unitId: null, whom: null }

const bodyOf = ({ unitId, whom }: Chosen): object | null => {
  if (unitId !== null) return { unitId }
  if (whom === null) return null
  const { label: _label, ...who } = whom
  return who
}

function WhoField({
  kind,
  chosen,
  error,
  onChange,
}: {
  kind: LinkKind
  chosen: Chosen
  error: string | undefined
  onChange(chosen: Chosen): void
}) {
  const { make: said } = useWords().consoleLinks.links
  if (kind !== 'department')
    return (
      <HolderSelect
        label={said.who}
        error={error}
        value={chosen.whom}
        onChange={(whom) => onChange({ unitId: null, whom })}
      />
    )
  return (
    <Field label={said.department} error={error}>
      {({ id }) => (
        <BodySelect
          id={id}
          kind="department"
          value={chosen.unitId}
          onChange={(unitId) => onChange({ unitId, whom: null })}
        />
      )}
    </Field>
  )
}

interface Draft {
  readonly kind: LinkKind | null
  readonly chosen: Chosen
  readonly areaId: string | null
  readonly startsOn: string
}

/** A new link: which kind, who, where and from when. */
export function MakeLinkForm({ onClose }: { onClose(): void }) {
  const { make: said } = useWords().consoleLinks.links
  const say = useSay()
  const [draft, setDraft] = useState<Draft>({
    kind: null,
    chosen: nobody,
    areaId: null,
    startsOn: localDay(nowMs()),
  })
  const [tried, setTried] = useState(false)
  const make = useAct<LinkMade>('/api/links', {
    onDone: () => {
      onClose()
      say(said.done)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { kind, chosen, areaId, startsOn } = draft
    const who = bodyOf(chosen)
    if (kind === null || who === null || areaId === null || startsOn === '' || make.isPending) return
    make.mutate({ kind, areaId, startsOn, ...who })
  }
  return (
    <form className="panel" aria-label={said.open} onSubmit={submit} noValidate>
      <h2>{said.open}</h2>
      <DraftFields draft={draft} tried={tried} onChange={setDraft} />
      <FormProblem error={make.error} />
      <FormActs label={said.send} busy={make.isPending} onCancel={onClose} />
    </form>
  )
}

function DraftFields({
  draft,
  tried,
  onChange,
}: {
  draft: Draft
  /** Whether it was sent before: only then is what is still empty asked for. */
  tried: boolean
  onChange(draft: Draft): void
}) {
  const { consoleBodies, consoleLinks } = useWords()
  const { links } = consoleLinks
  const { make: said } = links
  const { kind, chosen, areaId, startsOn } = draft
  const neededIf = (empty: boolean) => (tried && empty ? consoleBodies.found.needed : undefined)
  return (
    <>
      <WordSelect
        label={links.kind}
        words={links.kinds}
        value={kind}
        error={neededIf(kind === null)}
        onChange={(next) => onChange({ ...draft, kind: next, chosen: nobody, areaId: null })}
      />
      {kind !== null && (
        <>
          <WhoField
            kind={kind}
            chosen={chosen}
            error={neededIf(bodyOf(chosen) === null)}
            onChange={(next) => onChange({ ...draft, chosen: next })}
          />
          <Field label={said.area} hint={said.areaHint[linkPlace[kind]]} error={neededIf(areaId === null)}>
            {({ id }) => (
              <AreaSelect
                id={id}
                kind={linkPlace[kind]}
                value={areaId}
                onChange={(next) => onChange({ ...draft, areaId: next })}
              />
            )}
          </Field>
          <TextField
            label={said.startsOn}
            type="date"
            value={startsOn}
            onChange={(event) => onChange({ ...draft, startsOn: event.target.value })}
          />
        </>
      )}
    </>
  )
}

export type LinkAct = 'renew' | 'handOver' | 'end'

interface LinkDialogProps {
  readonly link: LinkRow
  readonly act: LinkAct
  readonly who: string
  /** With what it lies in: every community has a first grid. */
  readonly place: string
  onClose(): void
}

/** Renews, hands over or ends a link, after a look at what that means. */
export function LinkDialog({ link, act, who, place, onClose }: LinkDialogProps) {
  const words = useWords()
  const { links: said } = words.consoleLinks
  const say = useSay()
  const [chosen, setChosen] = useState(nobody)
  const [tried, setTried] = useState(false)
  const follow = useAct<LinkMade>(`/api/links/${link.id}/follow`, {
    onDone: (_sent, { endsOn }) => {
      onClose()
      say(act === 'renew' ? said.renewDone(sayDate(words, endsOn)) : said.handOverDone)
    },
  })
  const end = useAct<LinkEnded>(`/api/links/${link.id}/end`, {
    onDone: () => {
      onClose()
      say(said.ended)
    },
  })
  const send = () => {
    setTried(true)
    const taker = bodyOf(chosen)
    if (act === 'end') end.mutate({ reason: 'other' })
    else if (act === 'renew') follow.mutate({})
    else if (taker !== null) follow.mutate(taker)
  }
  const titles = {
    renew: said.renewTitle(who, place),
    handOver: said.handOverTitle(place),
    end: said.endTitle(who, place),
  }
  return (
    <ActDialog
      title={titles[act]}
      onClose={onClose}
      label={said[act]}
      look={act === 'end' ? 'danger' : 'main'}
      act={{ isPending: follow.isPending || end.isPending, error: follow.error ?? end.error }}
      onConfirm={send}
    >
      {act === 'handOver' ? (
        <WhoField
          kind={link.kind}
          chosen={chosen}
          error={tried && bodyOf(chosen) === null ? words.consoleBodies.found.needed : undefined}
          onChange={setChosen}
        />
      ) : (
        <p>{act === 'renew' ? said.renewHint : said.endHint}</p>
      )}
    </ActDialog>
  )
}
