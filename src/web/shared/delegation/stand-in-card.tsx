import '../rows.css'
import { useState } from 'react'
import type { Delegation, Delegations } from '../../../people/delegation/contract.ts'
import { useAct, useRead, withQuery } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useSay } from '../../kit/status.tsx'
import { usePreferences } from '../../preferences.tsx'
import { dayAfter, sayDate } from '../../words/time.ts'
import { LendForm } from './lend-form.tsx'
import { type PostWords, useSayLentPost } from './say-lent-post.ts'
import { useDelegationWords } from './use-delegation-words.ts'

/**
 * Who stands in for whom: what the account lends and takes, and the form to lend. One's own account, or for an
 * administrator somebody else's (`accountId`).
 */
export function StandInCard({ posts, accountId }: { posts: PostWords; accountId?: string }) {
  const said = useDelegationWords()
  const reading = useRead<Delegations>(withQuery('/api/delegations', { accountId }))
  return (
    <Card title={said.title}>
      <p className="field__hint">{accountId === undefined ? said.lead : said.leadOf}</p>
      <Shown reading={reading}>
        {(read) => <StandIns {...read} kinds={posts} isOwn={accountId === undefined} />}
      </Shown>
    </Card>
  )
}

function StandIns({ given, taken, posts, kinds, isOwn }: Delegations & { kinds: PostWords; isOwn: boolean }) {
  const said = useDelegationWords()
  const [lending, setLending] = useState(false)
  const nothing = given.length + taken.length === 0
  return (
    <>
      {nothing && !lending && <p>{said.none}</p>}
      {!nothing && (
        <ul className="rows">
          {given.map((one) => (
            <StandIn key={one.id} one={one} kinds={kinds} side="given" mayEnd />
          ))}
          {taken.map((one) => (
            <StandIn key={one.id} one={one} kinds={kinds} side="taken" mayEnd={isOwn} />
          ))}
        </ul>
      )}
      {posts.length === 0 && <p>{said.noPost}</p>}
      {posts.length > 0 && !lending && (
        <Button look="quiet" wide onClick={() => setLending(true)}>
          {said.open}
        </Button>
      )}
      {lending && <LendForm posts={posts} kinds={kinds} onClose={() => setLending(false)} />}
    </>
  )
}

function StandIn({
  one,
  kinds,
  side,
  mayEnd,
}: {
  one: Delegation
  kinds: PostWords
  side: 'given' | 'taken'
  mayEnd: boolean
}) {
  const { words } = usePreferences()
  const said = useDelegationWords()
  const sayPost = useSayLentPost(kinds)
  const say = useSay()
  const end = useAct(`/api/delegations/${one.id}/end`, { onDone: () => say(said.ended) })
  const [from, last] = [sayDate(words, one.startsOn), sayDate(words, dayAfter(one.endsOn, -1))]
  const isGiven = side === 'given'
  return (
    <li className="row">
      <div className="row__head">
        <span className="row__title">{isGiven ? said.byWhom(one.to.name) : said.forWhom(one.from.name)}</span>
        {mayEnd && (
          <Button
            look="quiet"
            busy={end.isPending}
            aria-label={isGiven ? said.endOf(one.to.name) : said.giveBackOf(one.from.name)}
            onClick={() => end.mutate({})}
          >
            {isGiven ? said.end : said.giveBack}
          </Button>
        )}
      </div>
      <small>
        {words.common.facts(sayPost(one.post), one.isNow ? said.until(last) : said.fromUntil(from, last))}
      </small>
      <FormError error={end.error} />
    </li>
  )
}
