import { useState } from 'react'
import type { Area } from '../../../areas/contract.ts'
import type { Done, PublishAnnouncement } from '../../../neighbours/contract.ts'
import type { Me } from '../../../people/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Check } from '../../kit/choice.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { AreaChoice, useParts } from '../../shared/area-choice.tsx'
import { localDay } from '../../words/time.ts'
import { ActForm } from '../case/act-form.tsx'
import { useSignedIn } from '../session/me.ts'
import { useSaid } from './use-said.ts'

const MOST = { title: 60, body: 2000 }
const blank = { title: '', body: '', until: '', pinned: false }

const isShort = (text: string): boolean => text.trim().length < 2

/** An announcement: for the desk's own community, or for one of a street. */
export function PublishForm({ onDone }: { onDone(): void }) {
  const { publish: said } = useSaid()
  const say = useSay()
  const communities = useOwnCommunities()
  const [chosen, setChosen] = useState('')
  const [draft, setDraft] = useState(blank)
  const [tried, setTried] = useState(false)
  const areaId = communities.length === 1 ? communities[0]!.id : chosen
  const act = useAct<Done, Omit<PublishAnnouncement, 'requestId'>>('/api/announcements', {
    onDone: () => {
      say(said.done)
      onDone()
    },
  })
  const change = (part: Partial<typeof blank>) => setDraft({ ...draft, ...part })
  const send = () => {
    setTried(true)
    const { title, body, until, pinned } = draft
    if (areaId === '' || isShort(title) || isShort(body) || body.length > MOST.body) return
    act.mutate({ areaId, title: title.trim(), body: body.trim(), pinned, shownUntil: until || null })
  }
  return (
    <section className="panel community__item" aria-label={said.open}>
      <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
        {communities.length > 1 && (
          <AreaChoice
            label={said.area}
            none={said.areaMissing}
            areas={communities}
            value={chosen}
            error={tried && areaId === '' ? said.areaMissing : undefined}
            onChoose={setChosen}
          />
        )}
        <TextField
          label={said.title}
          hint={said.titleHint}
          error={tried && isShort(draft.title) ? said.titleMissing : undefined}
          maxLength={MOST.title}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
        />
        <TextArea
          label={said.body}
          error={tried && isShort(draft.body) ? said.bodyMissing : undefined}
          most={MOST.body}
          rows={6}
          value={draft.body}
          onChange={(event) => change({ body: event.target.value })}
        />
        <TextField
          label={said.until}
          hint={said.untilHint}
          optional
          type="date"
          min={localDay(nowMs())}
          value={draft.until}
          onChange={(event) => change({ until: event.target.value })}
        />
        <Check checked={draft.pinned} onCheck={(pinned) => change({ pinned })}>
          {said.pinned}
        </Check>
      </ActForm>
    </section>
  )
}

type Named = Pick<Area, 'id' | 'nameZh' | 'nameEn'>
const postIn = (me: Me, kind: Me['posts'][number]['kind']) => me.posts.find((post) => post.kind === kind)

/** The communities that the reader's desk speaks for. */
function useOwnCommunities(): readonly Named[] {
  const me = useSignedIn()
  const street = postIn(me, 'street_desk')?.area
  const communities = useParts(street !== undefined, street?.id)
  if (street !== undefined) return communities.filter(({ kind }) => kind === 'community')
  const own = postIn(me, 'community_desk')?.area
  return own ? [own] : []
}
