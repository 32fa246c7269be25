"""What is said about products of a municipality that are read from the Samenwerkende Catalogi."""

from __future__ import annotations

NOT_A_CATALOGUE = "Dit bestand is geen antwoord van de Samenwerkende Catalogi."
NOT_A_CATALOGUE_REMEDY = "Kies het XML-bestand met producten (searchRetrieveResponse)."
UNSAFE = "Dit XML-bestand is niet veilig om te openen."
UNSAFE_REMEDY = "Vraag een bestand zonder DOCTYPE."
NO_TITLE = "Dit product heeft geen naam."
NO_NUMBER = "Dit product heeft geen nummer of adres."
NO_THEME = "We zien niet waar dit bij helpt. Kies met --theme een onderwerp voor zulke producten."
NO_SUCH_PLACE = "Dit product is van {place}. Die gemeente staat niet op deze kaart."
NOT_FOR_RESIDENTS = "Producten die alleen voor ondernemers zijn, zijn overgeslagen."
CONTACT = "Gemeente {place} · {address}"
CONTACT_WITHOUT_ADDRESS = "Gemeente {place}"
MUNICIPALITY = "Gemeente {place}"
