import type { HomePlace, Occupant, PersonLine } from '../../../people/register/read.contract.ts'
import { usePreferences } from '../../preferences.tsx'
import { registerWords } from '../../words/register.ts'
import { placeIn } from '../names.ts'

/** The words of the register, in the reader's language. */
export const useSaid = () => registerWords[usePreferences().language]

/** A home's address on one line, from the estate down; `widely` from the street down. */
export function useAddressOf(): (place: HomePlace, widely?: boolean) => string {
  const { language } = usePreferences()
  return ({ steps, label }, widely = false) => {
    const near = steps.filter(({ kind }) => kind === 'estate' || kind === 'building')
    const names = widely || near.length === 0 ? steps : near
    return placeIn(language, { names: [...names, { zh: label, en: '' }] })
  }
}

/** What a list says of a person beside the name. */
export function usePersonFacts(): (person: Pick<PersonLine, 'sex' | 'age' | 'phoneMasked'>) => string[] {
  const said = useSaid()
  return ({ sex, age, phoneMasked }) =>
    [sex && said.sexes[sex], age !== null && said.age(age), phoneMasked].filter(
      (fact) => typeof fact === 'string',
    )
}

/** Whether somebody owns a home without living there: what is left for them to give up is owning. */
export const isOwnerElsewhere = ({ role, lives }: Pick<Occupant, 'role' | 'lives'>): boolean =>
  role === 'owner' && !lives

/** What comes of noting that somebody left: an owner who lived there stays the owner. */
export function nextOfLeaving(
  { door }: ReturnType<typeof useSaid>,
  person: Pick<Occupant, 'role' | 'lives'>,
): string {
  if (isOwnerElsewhere(person)) return door.askOwnerEnds
  return person.role === 'owner' ? door.askOwnerLeaves : door.askLeaveNext
}
