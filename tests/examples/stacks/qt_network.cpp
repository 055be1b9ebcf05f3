// Qt Network, which completes later, in the loop of its thread.

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>

#include <functional>
#include <utility>

#include "common.hpp"

namespace slb = slbwire;

// Copy from here.
struct through_qt {
    QNetworkAccessManager& manager;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();

    void operator()(slb::http_request request, std::function<void(slb::http_response&&)> done) const {
        QNetworkRequest sent(QUrl::fromEncoded(QByteArray::fromStdString(request.url)));
        sent.setSslConfiguration(tls);
        for (const auto& h : request.headers)
            sent.setRawHeader(QByteArray::fromStdString(h.name), QByteArray::fromStdString(h.value));
        sent.setRawHeader("Connection", "close");  // on a kept connection Qt may send a request twice by itself
        sent.setRawHeader("Accept-Encoding", "identity");
        sent.setTransferTimeout(static_cast<int>(request.timeout_ms != 0 ? request.timeout_ms : 10'000));
        QNetworkReply* const reply =
            manager.sendCustomRequest(sent, QByteArray(request.method.data(), static_cast<int>(request.method.size())),
                                      QByteArray::fromStdString(request.body));
        QObject::connect(reply, &QNetworkReply::finished, [reply, done] {
            slb::http_response to{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                                  .body = reply->readAll().toStdString()};
            for (const auto& [name, value] : reply->rawHeaderPairs())
                to.headers.push_back({name.toStdString(), value.toStdString()});
            const auto e = reply->error();
            // What the service refused is an error to Qt, and a reply to us.
            if (to.status == 0 || e == QNetworkReply::RemoteHostClosedError)
                to.transport_error = e, to.transport_message = reply->errorString().toStdString();
            to.not_sent = e == QNetworkReply::ConnectionRefusedError || e == QNetworkReply::HostNotFoundError ||
                          e == QNetworkReply::SslHandshakeFailedError;
            reply->deleteLater();
            done(std::move(to));
        });
    }
};
// To here.

int main(int count, char** words) {
    QCoreApplication loop(count, words);
    const stacks::arguments a(count, words);
    QNetworkAccessManager manager;
    through_qt http{manager};
    if (!a.authorities.empty())
        http.tls.setCaCertificates(QSslCertificate::fromPath(QString::fromStdString(a.authorities)));
    slb::call(http, a.client, stacks::question, [&](auto reply) {
        stacks::tell(reply);
        slb::call(http, a.client, stacks::question, [&](auto again) { stacks::tell(again), loop.quit(); });
    });
    return loop.exec();
}
