// The screens were put in another language without a new page: its language code goes along.
document.documentElement.lang = document.currentScript.dataset.language;
