package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** Names that a visitor has given to unknown people of videos, where a test is about something else. */
final class NamedByHand {
    private NamedByHand() {}

    /** Gives this name to an unknown person of each video who is in view together with somebody who was recognised. */
    static void neighboursOfNamedPeople(Browser browser, String name) {
        assertThat(browser.runAsync("""
                const [name, done] = arguments;
                const get = async (path) => (await (await fetch(path)).json()).items;
                async function nameThem() {
                    const person = (await get('/api/v1/people')).find((known) => known.name === name).id;
                    const unknown = await get('/api/v1/visits?decision=unknown');
                    const items = unknown
                        .filter(({others}) => others.some(({decision}) => decision === 'match'))
                        .flatMap(({appearances}) => appearances.map(({id}) => ({track: id, person})));
                    const headers = {'Content-Type': 'application/json'};
                    const body = JSON.stringify({items});
                    return (await fetch('/api/v1/corrections', {method: 'PUT', headers, body})).status;
                }
                nameThem().then(done, (failure) => done(String(failure)));
                """, name)).isEqualTo(200L);
    }
}
