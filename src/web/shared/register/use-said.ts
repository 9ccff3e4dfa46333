import type { HomePlace, PersonLine } from '../../../people/register/read.contract.ts'
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
