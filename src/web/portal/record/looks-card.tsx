import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { tongueOf } from '../../../kernel/tongue.ts'
import type { OwnLook } from '../../../people/rights/contract.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { usePreferences } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { groupLooks, type LooksOfPost } from './group-looks.ts'
import { useRecordWords } from './record-words.tsx'

/** More than these at once is nothing that anybody reads. */
const shownFirst = 5

/** Who looked at one's entry: by post and unit, how often, and each look at the whole number with its purpose. */
export function LooksCard({ looks, more }: { looks: readonly OwnLook[]; more: boolean }) {
  const { looks: said } = useRecordWords()
  const [all, setAll] = useState(false)
  const groups = groupLooks(looks)
  const shown = all ? groups : groups.slice(0, shownFirst)
  return (
    <Card title={said.title}>
      <p className="record__lead">{said.lead}</p>
      {groups.length === 0 && <p>{said.none}</p>}
      <ul className="rows">
        {shown.map((group) => (
          <LookRow key={group.key} group={group} />
        ))}
      </ul>
      {shown.length < groups.length && (
        <Button look="quiet" wide onClick={() => setAll(true)}>
          {said.more(groups.length - shown.length)}
        </Button>
      )}
      {more && (
        <p>
          <small>{said.older}</small>
        </p>
      )}
      {groups.length > 0 && (
        <Link className="more-link" to="/report">
          {said.doubt}
        </Link>
      )}
    </Card>
  )
}

function LookRow({ group: { post, where, times, lastAt, identity } }: { group: LooksOfPost }) {
  const { words } = usePreferences()
  const { looks: said, posts, register } = useRecordWords()
  const nameOf = useNameOf()
  const now = nowMs()
  return (
    <li className="record__row">
      <span className="row__title">
        {post === null ? said.unknown : words.common.facts(where && nameOf(where), posts[post])}
      </span>
      <p>{said.times(times, sayMoment(words, lastAt, now))}</p>
      {identity.map((look) => (
        <p key={look.lastAt}>
          {said.identity(
            sayMoment(words, look.lastAt, now),
            look.purpose && register.desk.lookPurposes[look.purpose],
          )}
          {look.words !== null && <small {...tongueOf(look.words)}>{said.said(look.words)}</small>}
        </p>
      ))}
    </li>
  )
}
