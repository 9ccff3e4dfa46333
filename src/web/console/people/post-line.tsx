import { useState } from 'react'
import type { EndedPost, EndPost, PostRow } from '../../../people/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayDate } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { useReading, useWords } from '../words.ts'

/** 网格员 · 桐荫社区居委会 · 桐荫一网格: the kind, the unit where there is one, the area. */
function useSayPost(): (post: PostRow) => string {
  const { words, language } = useReading()
  const { posts } = words.console.session
  // A unit says whereabouts it is; without one the names above the area do.
  return ({ kind, unit, area, way }) => {
    const place = unit === null && way.length > 0 ? placeIn(language, { names: way }) : nameIn(language, area)
    return words.common.facts(posts[kind], unit !== null && nameIn(language, unit), place)
  }
}

/** A post that is held or to come, and the way to end it. */
export function PostLine({ post, name, today }: { post: PostRow; name: string; today: string }) {
  const words = useWords()
  const { consolePeople: said } = words
  const sayPost = useSayPost()
  const [ending, setEnding] = useState(false)
  const { startsOn, endsOn, publicName, publicPhoneMasked } = post
  const facts = words.common.facts(
    startsOn > today ? said.from(sayDate(words, startsOn)) : said.since(sayDate(words, startsOn)),
    endsOn !== null && said.until(sayDate(words, endsOn)),
    publicName !== null && said.shown(publicName, publicPhoneMasked),
  )
  return (
    <li className="people__post">
      <span>
        {sayPost(post)}
        <small>{facts}</small>
      </span>
      <button
        type="button"
        className="text-button"
        aria-label={said.end.openOf(sayPost(post), name)}
        onClick={() => setEnding(true)}
      >
        {said.end.open}
      </button>
      {ending && (
        <EndPostDialog
          post={post}
          name={name}
          today={today}
          about={sayPost(post)}
          onClose={() => setEnding(false)}
        />
      )}
    </li>
  )
}

export function FormerPost({ post }: { post: PostRow }) {
  const words = useWords()
  const { consolePeople: said } = words
  const sayPost = useSayPost()
  const { startsOn, endsOn } = post
  return (
    <li className="people__post">
      <span>
        {sayPost(post)}
        {endsOn !== null && <small>{said.endedOn(sayDate(words, startsOn), sayDate(words, endsOn))}</small>}
      </span>
    </li>
  )
}

/** Asks from which day on the post is held no more. */
function EndPostDialog({
  post,
  name,
  today,
  about,
  onClose,
}: {
  post: PostRow
  name: string
  today: string
  about: string
  onClose(): void
}) {
  const words = useWords()
  const { end: said } = words.consolePeople
  const say = useSay()
  const [day, setDay] = useState(today)
  const end = useAct<EndedPost, EndPost>('/api/posts/end', {
    onDone: ({ endsOn }) => {
      onClose()
      say(
        endsOn === undefined || endsOn <= today
          ? said.done(name)
          : said.doneLater(name, sayDate(words, endsOn)),
      )
    },
  })
  // An empty field sorts before every day.
  const wrong = day < today
  const send = () => {
    if (!wrong) end.mutate({ postId: post.id, endsOn: day })
  }
  return (
    <ActDialog
      title={said.title(name)}
      onClose={onClose}
      label={said.send}
      look="danger"
      act={end}
      onConfirm={send}
    >
      <p>{about}</p>
      <TextField
        label={said.day}
        hint={said.hint}
        type="date"
        min={today}
        value={day}
        error={wrong ? said.dayWrong : undefined}
        onChange={(event) => setDay(event.target.value)}
      />
    </ActDialog>
  )
}
