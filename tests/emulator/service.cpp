#include "service.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

#include "refusal.hpp"
#include "render.hpp"

namespace emulator {

namespace {

constexpr std::int64_t clock_jump = 8 * 3600;  // seconds
constexpr std::chrono::milliseconds slow_pause{40};
constexpr std::size_t slow_pieces = 8;

bool is_page(fault f) {
    switch (f) {
    case fault::bad_gateway:
    case fault::gateway_timeout:
    case fault::gateway_timeout_after:
    case fault::unavailable:
    case fault::not_found_page:
    case fault::forbidden_page:
    case fault::login_page: return true;
    default: return false;
    }
}

const refusal internal_error{500, "InternalError", "The request processing has failed due to some unknown error."};

/// Throws what the service itself says in place of its work.
void refuse_before_work(fault f) {
    if (f == fault::throttled || f == fault::retry_after) {
        throw refusal{400, "Throttling.User", "Request was denied due to user flow control."};
    }
    if (f == fault::busy) throw refusal{400, "ServiceIsConfiguring", "The previous configuration is pending."};
    if (f == fault::internal_error) throw internal_error;
}

std::vector<std::string> cut_up(const std::string& text, std::size_t count) {
    std::vector<std::string> parts;
    const std::size_t size = std::max<std::size_t>(1, (text.size() + count - 1) / count);
    for (std::size_t at = 0; at < text.size(); at += size) parts.push_back(text.substr(at, size));
    return parts;
}

}  // namespace

void service::add_load_balancer(const std::string& id) {
    const std::lock_guard lock(mutex_);
    state_.add_load_balancer(id);
}
void service::add_listener(const std::string& load_balancer_id, listener l) {
    const std::lock_guard lock(mutex_);
    state_.add_listener(load_balancer_id, std::move(l));
}
void service::push_fault(fault f, std::size_t times) {
    const std::lock_guard lock(mutex_);
    for (; times > 0; --times) faults_.push(f);
}
void service::set_fault_rate(double rate, std::uint64_t seed) {
    const std::lock_guard lock(mutex_);
    faults_.set_rate(rate, seed);
}

json service::counts() const {
    const std::lock_guard lock(mutex_);
    json all{{"Requests", requests_}, {"Refused", refused_}, {"NoncesSeenTwice", nonces_seen_twice_}};
    all["FaultsLeft"] = faults_.left();
    all["Faults"] = faults_had_.empty() ? json::object() : json(faults_had_);
    all["Changes"] = json::array();
    for (const change& c : changes_) all["Changes"].push_back({{"Action", c.action}, {"Nonce", c.nonce}});
    return all;
}
json service::show_state() const {
    const std::lock_guard lock(mutex_);
    return state_.show();
}

std::int64_t service::now() const { return std::time(nullptr) + (clock_jumped_ ? clock_jump : 0); }

answer service::handle(const request& r) {
    if (r.target.rfind("/_emulator/", 0) == 0) return write(administer(r), fault::none);
    const std::lock_guard lock(mutex_);
    const fault f = faults_.next();
    ++requests_;
    note_nonce(r);
    if (f != fault::none) ++faults_had_[name_of(f)];
    if (f == fault::clock) clock_jumped_ = !clock_jumped_;
    if (f == fault::cut_before) return {.pieces = {}, .cut = true};
    if (is_page(f) && f != fault::gateway_timeout_after) return write(page(f), f);
    reply made = serve(r, f);
    if (f == fault::cut_after) return {.pieces = {}, .cut = true};
    if (is_page(f)) return write(page(f), f);
    if (f == fault::replayed) made = serve(r, f);
    return write(made, f);
}

/// Of what arrived, whether or not it is served.
void service::note_nonce(const request& r) {
    try {
        const parameters in = read_parameters(r);
        const auto at = in.find("SignatureNonce");
        if (at != in.end() && !nonces_.insert(at->second).second) ++nonces_seen_twice_;
    } catch (const refusal&) {  // serve says it
    }
}

service::reply service::serve(const request& r, fault f) {
    bool xml = false;
    refusal no;
    try {
        const parameters in = read_parameters(r);
        const auto format = in.find("Format");
        xml = format != in.end() && (format->second == "XML" || format->second == "xml");
        gate_.check(r.method, in, now());
        refuse_before_work(f);
        const json body = state_.carry_out(in);
        const std::string action = in.at("Action");
        if (state::is_change(action)) changes_.push_back({action, in.at("SignatureNonce")});
        if (f == fault::internal_error_after) throw internal_error;
        return document(body, 200, action + "Response", xml);
    } catch (const refusal& why) {
        no = why;
    }
    ++refused_;
    const json body{
        {"HostId", "slb.aliyuncs.com"},
        {"Code", no.code},
        {"Message", no.message},
        {"Recommend", "https://error-center.aliyun.com/status/search?Keyword=" + no.code + "&source=PopGw"}};
    reply made = document(body, no.status, "Error", xml);
    if (f == fault::throttled) made.headers["x-ratelimit-user-api"] = "Limit:10,Remain:0,TimeLeft:1500";
    if (f == fault::retry_after) made.headers["x-acs-retry-after"] = "2500";
    return made;
}

service::reply service::document(const json& body, int status, const std::string& root, bool xml) {
    std::array<char, 37> id{};
    std::snprintf(id.data(), id.size(), "E0000000-5B7A-4F1D-8000-%012zX", requests_);
    json whole = body;
    whole["RequestId"] = id.data();
    return {.status = status,
            .body = xml ? to_xml(whole, root) : to_json(whole),
            .headers = {{"Content-Type", xml ? "text/xml; charset=UTF-8" : "application/json; charset=UTF-8"},
                        {"x-acs-request-id", id.data()}}};
}

service::reply service::page(fault f) {
    int status = 404;
    if (f == fault::bad_gateway) status = 502;
    if (f == fault::gateway_timeout || f == fault::gateway_timeout_after) status = 504;
    if (f == fault::unavailable) return {.status = 503};
    if (f == fault::forbidden_page) status = 403;
    if (f == fault::login_page) status = 302;
    const std::string number = std::to_string(status);
    reply made{.status = status,
               .body = "<!DOCTYPE html>\n<html><head><title>" + number + "</title></head><body><h1>" + number +
                       "</h1></body></html>\n",
               .headers = {{"Content-Type", "text/html"}}};
    if (f == fault::login_page) made.headers["Location"] = "https://login.example/";
    return made;
}

answer service::write(const reply& r, fault f) const {
    std::string body = r.body;
    auto headers = r.headers;
    headers["Date"] = http_date(now());
    if (f == fault::gzip && body.size() <= 65535) {
        body = to_gzip(body);
        headers["Content-Encoding"] = "gzip";
    }
    if (f == fault::wrong_type) headers["Content-Type"] = "text/html";
    if (f == fault::chunked) headers["Transfer-Encoding"] = "chunked";
    else headers["Content-Length"] = std::to_string(body.size());
    std::string head = "HTTP/1.1 " + std::to_string(r.status) + " \r\n";  // the reason may be empty, RFC 9112 section 4
    for (const auto& [name, value] : headers) head += name + ": " + value + "\r\n";
    answer made{.pieces = {{head + "\r\n"}}};
    if (f == fault::truncated) {
        made.pieces.push_back({body.substr(0, body.size() / 2)});
        made.cut = true;
    } else if (f == fault::slow) {
        for (std::string& part : cut_up(body, slow_pieces)) made.pieces.push_back({std::move(part), slow_pause});
    } else if (f == fault::chunked) {
        for (const std::string& part : cut_up(body, slow_pieces)) {
            std::array<char, 20> size{};
            std::snprintf(size.data(), size.size(), "%zx\r\n", part.size());
            made.pieces.push_back({size.data() + part + "\r\n"});
        }
        made.pieces.push_back({"0\r\n\r\n"});
    } else {
        made.pieces.push_back({body});
    }
    return made;
}

}  // namespace emulator
