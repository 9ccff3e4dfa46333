import type { Poster } from '../../../people/accounts.contract.ts'
import { lastOf } from '../../shared/last-of.ts'
import { nameIn, placeIn } from '../../shared/names.ts'
import { QrPicture } from '../../shared/qr-picture.tsx'
import { consoleWords } from '../../words/console.ts'
import { useSignedIn } from '../session/me.ts'

/** One poster: the place, its QR code, who looks after it, and what to do in an emergency. Chinese, and English where wanted. */
export function PosterSheet({ poster, withEnglish }: { poster: Poster; withEnglish: boolean }) {
  const { district } = useSignedIn()
  const { poster: zh } = consoleWords.zh.consolePosters
  const { poster: en } = consoleWords.en.consolePosters
  const last = lastOf(poster.names)
  const name = last === undefined ? '' : nameIn('zh', last)
  return (
    <article className={withEnglish ? 'poster poster--both' : 'poster'} lang="zh-CN">
      <header>
        <p className="poster__way">{placeIn('zh', { names: [district, ...poster.names.slice(0, -1)] })}</p>
        <h2 className="poster__place">{name}</h2>
        {withEnglish && <English names={poster.names} />}
      </header>
      <div className="poster__middle">
        <QrPicture text={`${window.location.origin}/?place=${poster.placeCode}`} alt={zh.qr(name)} />
        <div className="poster__how">
          <p className="poster__heading">{zh.heading}</p>
          {withEnglish && (
            <p className="poster__heading poster__heading--en" lang="en">
              {en.heading}
            </p>
          )}
          <p>{zh.steps}</p>
          {withEnglish && <p lang="en">{en.steps}</p>}
          <p className="poster__code">{zh.code(poster.placeCode)}</p>
        </div>
      </div>
      {poster.worker !== null && <Worker worker={poster.worker} withEnglish={withEnglish} />}
      <footer className="poster__emergency">
        <p>{zh.emergency}</p>
        {withEnglish && <p lang="en">{en.emergency}</p>}
        <p className="poster__hotline">
          {withEnglish ? <Both zh={zh.hotline} en={en.hotline} /> : zh.hotline}
        </p>
      </footer>
    </article>
  )
}

function English({ names }: { names: Poster['names'] }) {
  return (
    <p className="poster__way" lang="en">
      {placeIn('en', { names })}
    </p>
  )
}

function Both({ zh, en }: { zh: string; en: string }) {
  return (
    <>
      {zh} <span lang="en">{en}</span>
    </>
  )
}

function Worker({ worker, withEnglish }: { worker: NonNullable<Poster['worker']>; withEnglish: boolean }) {
  const { poster: zh } = consoleWords.zh.consolePosters
  const { poster: en } = consoleWords.en.consolePosters
  return (
    <dl className="poster__worker">
      <div>
        <dt>{withEnglish ? <Both zh={zh.worker} en={en.worker} /> : zh.worker}</dt>
        <dd>{worker.name}</dd>
      </div>
      {worker.phone !== null && (
        <div>
          <dt>{withEnglish ? <Both zh={zh.call} en={en.call} /> : zh.call}</dt>
          <dd className="poster__phone">{worker.phone}</dd>
        </div>
      )}
    </dl>
  )
}
