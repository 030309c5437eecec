CREATE OR REPLACE FUNCTION editorial_leads_astray(url text, hosts text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT url ~ '[^!-~]' OR strpos(url, '\') > 0 OR NOT EXISTS (
        SELECT 1
        FROM substring(lower(url) FROM '^https://([a-z0-9][a-z0-9.-]*)(?:[/?#]|$)') AS host,
             regexp_split_to_table(lower(hosts), '\s+') AS own
        WHERE own <> '' AND right('.' || host, length(own) + 1) = '.' || own
    )
$$
-- next
CREATE OR REPLACE FUNCTION editorial_guard_offers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM written JOIN editorial_retailer shop ON shop.id = written.retailer_id
        WHERE written.withdrawn_at IS NULL AND editorial_leads_astray(written.url, shop.hosts)
    ) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'offer_address_is_on_its_retailers_hosts';
    END IF;
    RETURN NULL;
END $$
-- next
CREATE OR REPLACE TRIGGER editorial_offer_written AFTER INSERT ON editorial_offer
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION editorial_guard_offers()
-- next
CREATE OR REPLACE TRIGGER editorial_offer_rewritten AFTER UPDATE ON editorial_offer
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION editorial_guard_offers()
-- next
CREATE OR REPLACE FUNCTION editorial_guard_hosts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM editorial_offer offer
        WHERE offer.retailer_id = NEW.id AND offer.withdrawn_at IS NULL AND editorial_leads_astray(offer.url, NEW.hosts)
    ) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'offer_address_is_on_its_retailers_hosts';
    END IF;
    RETURN NULL;
END $$
-- next
CREATE OR REPLACE TRIGGER editorial_retailer_hosts AFTER UPDATE OF hosts ON editorial_retailer
    FOR EACH ROW WHEN (OLD.hosts IS DISTINCT FROM NEW.hosts) EXECUTE FUNCTION editorial_guard_hosts()
-- next
CREATE OR REPLACE FUNCTION editorial_guard_observations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1
        FROM written
        LEFT JOIN LATERAL (
            SELECT price, currency FROM editorial_priceobservation
            WHERE offer_id = written.offer_id AND at < written.at ORDER BY at DESC LIMIT 1
        ) before ON true
        LEFT JOIN LATERAL (
            SELECT price, currency FROM editorial_priceobservation
            WHERE offer_id = written.offer_id AND at > written.at ORDER BY at LIMIT 1
        ) after ON true
        WHERE (before.price, before.currency) = (written.price, written.currency)
           OR (after.price, after.currency) = (written.price, written.currency)
    ) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'price_is_observed_on_change_only';
    END IF;
    RETURN NULL;
END $$
-- next
CREATE OR REPLACE TRIGGER editorial_observation_written AFTER INSERT ON editorial_priceobservation
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION editorial_guard_observations()
-- next
CREATE OR REPLACE TRIGGER editorial_observation_rewritten AFTER UPDATE ON editorial_priceobservation
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION editorial_guard_observations()
