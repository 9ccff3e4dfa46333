import { buttonClass } from '../../kit/button.tsx'
import { Facts } from '../../kit/facts.tsx'
import { useWords } from '../../preferences.tsx'

/** Somebody who answers, and one tap to call them. */
export function CallRow({ name, about, phone }: { name: string; about?: string; phone: string | null }) {
  const { grid } = useWords().field
  return (
    <li className="call-row">
      <span className="call-row__who">
        {name}
        <small>
          <Facts>
            {about}
            <span className="unbroken">{phone ?? grid.noPhone}</span>
          </Facts>
        </small>
      </span>
      {phone !== null && (
        <a
          className={buttonClass({ look: 'quiet' })}
          href={`tel:${phone.replace(/[^\d+]/g, '')}`}
          aria-label={grid.call(name)}
        >
          {grid.callShort}
        </a>
      )}
    </li>
  )
}
