// The search dialog of the theme has no name; people who listen to the page need one.
document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
